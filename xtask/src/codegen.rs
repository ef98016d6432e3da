//! `cargo xtask codegen`: the test that compares generated files with the code writes them instead.

use anyhow::Result;

use crate::packages::Purpose;
use crate::{setup, shell};

pub fn codegen() -> Result<()> {
    setup::setup(Purpose::Build)?;
    // The whole workspace, so that features stay united as in `cargo xtask test`; only this one test is built.
    let mut command = shell::cargo(&["test", "--workspace", "--test", "generated"]);
    shell::run(command.env("MINAS_UPDATE", "1"))
}
