//! The UI's own scripts, and the built pages that the Rust build embeds.

use anyhow::Result;

use crate::shell;

/// Always builds: it takes seconds, and a stale page in the window takes longer to notice.
pub fn build() -> Result<()> {
    shell::run(&mut shell::npm(&["run", "build"]))
}

/// Rust code that embeds the pages compiles with any version of them.
pub fn build_if_missing() -> Result<()> {
    if shell::root().join("ui/dist/index.html").is_file() { Ok(()) } else { build() }
}

pub fn check() -> Result<()> {
    shell::run(&mut shell::npm(&["run", "check"]))
}

pub fn lint() -> Result<()> {
    shell::run(&mut shell::npm(&["run", "lint"]))
}

pub fn test() -> Result<()> {
    shell::run(&mut shell::npm(&["test", "--", "--run"]))
}
