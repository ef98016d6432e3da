//! The proof that a package works: a program of the tests installs it, sells with it and removes it.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::shell;

/// The whole workspace and all targets, as `cargo xtask test` builds them: afterwards this compiles nothing.
pub fn build() -> Result<()> {
    shell::run(&mut shell::cargo(&["build", "--workspace", "--all-targets"]))
}

pub fn run(package: &Path, older: Option<&Path>) -> Result<()> {
    let mut proof = Command::new(shell::binary("xtask")?.with_file_name("examples").join("installed"));
    proof.arg(package).args(older);
    shell::run(&mut proof)
}
