//! `cargo xtask crash`: cuts the power under the real register, as often as asked.

use anyhow::Result;

use crate::packages::Purpose;
use crate::{setup, shell};

pub fn crash(arguments: &[String]) -> Result<()> {
    setup::setup(Purpose::Build)?;
    let mut command = shell::cargo(&["run", "--package", "power", "--"]);
    shell::run(command.args(arguments))
}
