//! `cargo xtask bench`: measures the budgets with a release build.

use anyhow::Result;

use crate::packages::Purpose;
use crate::{setup, shell};

pub fn bench(arguments: &[String]) -> Result<()> {
    setup::setup(Purpose::Build)?;
    let mut command = shell::cargo(&["run", "--release", "--package", "bench", "--"]);
    shell::run(command.args(arguments))
}
