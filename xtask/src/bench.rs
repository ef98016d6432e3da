//! `cargo xtask bench`: measures the budgets with a release build.

use anyhow::Result;

use crate::packages::Purpose;
use crate::{setup, shell, ui};

pub fn bench(arguments: &[String]) -> Result<()> {
    setup::setup(Purpose::Test)?;
    ui::build()?;
    // The window, and the empty one that it is compared with; in one call with the measuring program, so that all are
    // built with the same features.
    let programs = ["--package", "minas-pos", "--bin", "minas-pos", "--example", "empty", "--package", "bench"];
    shell::run(shell::cargo(&["build", "--release"]).args(programs).args(["--bin", "bench"]))?;
    let program = shell::target()?.join("release/bench");
    shell::run(std::process::Command::new(program).args(arguments))
}
