//! `cargo xtask test`: the UI's tests, then everything in Rust, the real window among it.

use anyhow::Result;

use crate::display::{self, HiddenDisplay};
use crate::packages::Purpose;
use crate::steps::Steps;
use crate::{setup, shell, ui};

pub fn test() -> Result<()> {
    Steps::run(|steps| {
        steps.step("setup", || setup::setup(Purpose::Test))?;
        steps.step("ui build", ui::build)?;
        steps.step("ui check", ui::check)?;
        steps.step("ui tests", ui::test)?;
        // All targets, because only then cargo unites the same features as the tests do and compiles nothing twice;
        // the window's tests start the binaries that this leaves behind.
        steps.step("cargo build", || shell::run(&mut shell::cargo(&["build", "--workspace", "--all-targets"])))?;
        steps.step("cargo test", cargo_test)
    })
}

fn cargo_test() -> Result<()> {
    let mut command = shell::cargo(&["test", "--workspace", "--no-fail-fast"]);
    let hidden = if display::is_x11() { None } else { Some(HiddenDisplay::start()?) };
    if let Some(display) = &hidden {
        command.env("DISPLAY", display.name());
    }
    shell::run(&mut command)
}
