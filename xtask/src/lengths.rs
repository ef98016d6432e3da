//! How long a source file may be.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// Lines above which a file is worth a look.
const WARN_LINES: usize = 250;
/// Lines above which a file must be split.
const LIMIT_LINES: usize = 400;
const SOURCES: &[&str] = &["css", "js", "rs", "sql", "svelte", "ts"];
const SKIPPED: &[&str] = &["dist", "gen", "node_modules", "target"];

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Fine,
    Long,
    TooLong,
}

/// Warns of long files under `root` and fails on the ones that are too long.
pub fn check(root: &Path) -> Result<()> {
    let mut too_long = Vec::new();
    for file in sources(root)? {
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let line = format!("{}: {} lines", file.strip_prefix(root).unwrap_or(&file).display(), text.lines().count());
        match judge(&text) {
            Verdict::Fine => {}
            Verdict::Long => eprintln!("warning: {line} (aim below {WARN_LINES})"),
            Verdict::TooLong => too_long.push(line),
        }
    }
    ensure!(too_long.is_empty(), "over {LIMIT_LINES} lines, split them:\n{}", too_long.join("\n"));
    Ok(())
}

/// A file that says in its first line that it was generated may have any length.
fn judge(text: &str) -> Verdict {
    let generated = text.lines().next().is_some_and(|line| line.contains("generated"));
    match text.lines().count() {
        _ if generated => Verdict::Fine,
        lines if lines > LIMIT_LINES => Verdict::TooLong,
        lines if lines > WARN_LINES => Verdict::Long,
        _ => Verdict::Fine,
    }
}

fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            if !name.starts_with('.') && !SKIPPED.contains(&name.as_str()) {
                found.extend(sources(&path)?);
            }
        } else if path.extension().is_some_and(|ending| SOURCES.iter().any(|known| ending == *known)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_the_limit_must_be_split() {
        assert_eq!(judge(&"line\n".repeat(LIMIT_LINES + 1)), Verdict::TooLong);
        assert_eq!(judge(&"line\n".repeat(LIMIT_LINES)), Verdict::Long);
        assert_eq!(judge(&"line\n".repeat(WARN_LINES)), Verdict::Fine);
    }

    #[test]
    fn a_generated_file_may_have_any_length() {
        let text = format!("// This file was generated.\n{}", "line\n".repeat(LIMIT_LINES));
        assert_eq!(judge(&text), Verdict::Fine);
    }

    #[test]
    fn every_file_of_this_repository_is_short_enough() {
        check(&crate::shell::root()).unwrap();
    }

    #[test]
    fn a_file_too_long_is_named() {
        let folder = std::env::temp_dir().join(format!("lengths-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("endless.rs"), "line\n".repeat(LIMIT_LINES + 1)).unwrap();
        let error = check(&folder).unwrap_err().to_string();
        fs::remove_dir_all(&folder).unwrap();
        assert!(error.contains("endless.rs: 401 lines"), "{error}");
    }
}
