//! What lies beside the programs in a package: licences of others, the changelog, and where each file goes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::PROFILE;
use crate::shell;

/// Where Debian wants the papers of our package.
const DOCS: &str = "/usr/share/doc/minas-pos";

/// Who answers for the package. The project has no address yet, and the domain says so.
const MAINTAINER: &str = "Minas POS contributors <contributors@minas-pos.invalid>";

/// What software shops read of the program.
const METAINFO: &str = "shop.minas.pos.metainfo.xml";

/// The beginnings of names of files that hold a licence, in capitals.
const LICENCES: &[&str] = &["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE", "OFL"];

/// Fonts that are compiled into the programs.
const FONTS: &str = "crates/platform/devices/fonts";

/// Something of somebody else's that is in our package.
struct Part {
    name: String,
    licence: String,
    folder: PathBuf,
}

/// Writes the papers, and the part of Tauri's configuration that says where they go. Gives back the latter's path.
pub fn write(folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let mut parts = crates()?;
    parts.extend(pages()?);
    let fonts = shell::root().join(FONTS);
    parts.push(Part { name: "DejaVu Sans Condensed".to_owned(), licence: "Bitstream-Vera".to_owned(), folder: fonts });
    let notices = folder.join("third-party-licences.txt");
    fs::write(&notices, notices_of(&parts)?)?;
    let changes = folder.join("CHANGELOG.md");
    fs::copy(shell::root().join("CHANGELOG.md"), &changes)?;
    let changelog = folder.join("changelog");
    fs::write(&changelog, debian_changelog())?;
    let linux = cfg!(target_os = "linux");
    let text =
        if linux { linux_part(&[gzip(&notices)?, gzip(&changes)?, gzip(&changelog)?])? } else { "{}".to_owned() };
    let config = folder.join("tauri.conf.json");
    fs::write(&config, text)?;
    Ok(config)
}

/// The crates that are linked into the programs.
fn crates() -> Result<Vec<Part>> {
    let wanted = ["tree", "--locked", "--package", "minas-pos", "--package", "cli", "--edges", "normal,no-proc-macro"];
    let mut command = shell::cargo(&wanted);
    let output = command.args(["--prefix", "none", "--format", "{p}\t{l}"]).output()?;
    ensure!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout)?;
    let lines: BTreeSet<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let sources = sources()?;
    lines.into_iter().filter_map(|line| a_crate(line, &sources).transpose()).collect()
}

/// One line of `cargo tree`; None for a crate of our own, which names its folder.
fn a_crate(line: &str, sources: &[PathBuf]) -> Result<Option<Part>> {
    let line = line.replace(" (*)", "");
    let (package, licence) = line.split_once('\t').unwrap_or((&line, ""));
    let mut words = package.split_whitespace();
    let (name, version) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if words.any(|word| word.starts_with('(') && word.contains(std::path::MAIN_SEPARATOR)) {
        return Ok(None);
    }
    let folder = format!("{name}-{}", version.trim_start_matches('v'));
    let folder = sources.iter().map(|source| source.join(&folder)).find(|folder| folder.is_dir());
    let folder = folder.with_context(|| format!("the sources of {name} {version} are not in Cargo's registry"))?;
    Ok(Some(Part { name: format!("{name} {version}"), licence: licence.to_owned(), folder }))
}

/// Where Cargo keeps the sources of crates.
fn sources() -> Result<Vec<PathBuf>> {
    let home = std::env::home_dir().map(|home| home.join(".cargo"));
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home).context("no home folder")?;
    let entries = fs::read_dir(cargo.join("registry/src"))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}

/// The packages that are in the built pages.
fn pages() -> Result<Vec<Part>> {
    let text = shell::output("node", &[&shell::root().join("ui/dev/bundled.mjs").to_string_lossy()]);
    let text = text.context("ui/dev/bundled.mjs failed")?;
    let part = |line: &str| {
        let mut cells = line.split('\t').map(str::to_owned);
        let (name, version, licence) = (cells.next()?, cells.next()?, cells.next()?);
        Some(Part { name: format!("{name} {version}"), licence, folder: PathBuf::from(cells.next()?) })
    };
    text.lines().map(|line| part(line).with_context(|| format!("cannot read {line:?}"))).collect()
}

/// Every licence once, under the names of all that come with it.
fn notices_of(parts: &[Part]) -> Result<String> {
    let mut texts: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut list = String::from("Minas POS contains the work of others:\n\n");
    for part in parts {
        let found = licences_in(&part.folder)?;
        let note = if found.is_empty() { "; the package brings no text of it" } else { "" };
        writeln!(list, "{}: {}{note}", part.name, part.licence)?;
        for text in found {
            texts.entry(text).or_default().insert(&part.name);
        }
    }
    for (text, names) in texts {
        let names: Vec<&str> = names.into_iter().collect();
        write!(list, "\n{}\n{}\n\n{text}\n", "-".repeat(72), names.join(", "))?;
    }
    Ok(list)
}

fn licences_in(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && LICENCES.iter().any(|licence| name.starts_with(licence)) {
            let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
            let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
            found.push(lines.join("\n").trim_matches('\n').to_owned());
        }
    }
    found.sort();
    Ok(found)
}

/// Debian's own form; what changed is in the project's.
fn debian_changelog() -> String {
    let date = shell::output("git", &["-C", &shell::root().to_string_lossy(), "log", "-1", "--format=%cD"]);
    let date = date.unwrap_or_else(|| "Thu, 01 Jan 1970 00:00:00 +0000".to_owned());
    format!(
        "minas-pos ({}) stable; urgency=medium\n\n  * What changed stands in CHANGELOG.md.gz beside this file.\n\n \
         -- {MAINTAINER}  {date}\n",
        env!("CARGO_PKG_VERSION")
    )
}

fn gzip(file: &Path) -> Result<PathBuf> {
    // Without name and time, so that two packages of one commit are the same.
    shell::run(Command::new("gzip").args(["-9", "-n", "-f"]).arg(file))?;
    let mut name = file.as_os_str().to_owned();
    name.push(".gz");
    Ok(PathBuf::from(name))
}

/// The part of Tauri's configuration that depends on this machine's folders, and whom Debian's rules want to name.
fn linux_part(packed: &[PathBuf]) -> Result<String> {
    let linux = shell::root().join("packaging/linux");
    let mut files = vec![
        ("/usr/bin/minas".to_owned(), shell::target()?.join(PROFILE).join("minas")),
        (format!("{DOCS}/copyright"), linux.join("copyright")),
        ("/usr/share/icons/hicolor/scalable/apps/minas-pos.svg".to_owned(), shell::root().join("icons/minas.svg")),
        (format!("/usr/share/metainfo/{METAINFO}"), linux.join(METAINFO)),
    ];
    for path in packed {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push((format!("{DOCS}/{name}"), path.clone()));
    }
    let lines: Vec<String> =
        files.iter().map(|(to, from)| format!("{to:?}: {:?}", from.display().to_string())).collect();
    let files = lines.join(", ");
    let formats = ["deb", "rpm", "appimage"].map(|format| format!("{format:?}: {{\"files\": {{{files}}}}}"));
    Ok(format!("{{\"bundle\": {{\"publisher\": {MAINTAINER:?}, \"linux\": {{{}}}}}}}\n", formats.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::a_crate;
    use std::path::Path;

    #[test]
    fn a_crate_of_our_own_needs_no_notice() {
        let own = format!("kernel v0.2.0 ({}minas{0}crates{0}kernel)\tMIT", std::path::MAIN_SEPARATOR);
        assert!(a_crate(&own, &[]).unwrap().is_none());
    }

    #[test]
    fn a_crate_whose_licence_cannot_be_found_stops_the_package() {
        assert!(a_crate("sqlx v0.9.0\tMIT", &[Path::new("/nowhere").to_owned()]).is_err());
    }
}
