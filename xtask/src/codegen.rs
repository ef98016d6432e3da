//! `cargo xtask codegen`: the tests that compare files with the code write what is missing or stale instead.

use anyhow::Result;

use crate::packages::Purpose;
use crate::{setup, shell};

pub fn codegen() -> Result<()> {
    setup::setup(Purpose::Build)?;
    // The whole workspace, so that features stay united as in `cargo xtask test`; only these two tests are built.
    let mut command = shell::cargo(&["test", "--workspace", "--test", "generated", "--test", "golden"]);
    shell::run(command.env("MINAS_UPDATE", "1"))
}
