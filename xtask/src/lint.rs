//! `cargo xtask lint`: everything that judges the code without running it.

use anyhow::Result;

use crate::packages::Purpose;
use crate::steps::Steps;
use crate::{lengths, setup, shell, ui};

/// Cargo subcommands that a Rust installation lacks, and the version to install.
const DENY: (&str, &str) = ("deny", "0.20.2");
const MACHETE: (&str, &str) = ("machete", "0.9.2");

pub fn lint() -> Result<()> {
    Steps::run(|steps| {
        steps.step("setup", || setup::setup(Purpose::Build))?;
        steps.step("file lengths", || lengths::check(&shell::root()))?;
        steps.step("format", || cargo(&["fmt", "--all", "--check"]))?;
        steps.step("ui lint", ui::lint)?;
        steps
            .step("unused dependencies", || install(MACHETE).and_then(|()| cargo(&["machete", "--skip-target-dir"])))?;
        steps.step("licences, bans, sources", deny)?;
        steps.step("ui build", ui::build_if_missing)?;
        steps.step("clippy", || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
        steps.step("documentation", document)
    })
}

fn cargo(arguments: &[&str]) -> Result<()> {
    shell::run(&mut shell::cargo(arguments))
}

/// Advisories need a fresh database from the network, so only the public workflow looks at them.
fn deny() -> Result<()> {
    install(DENY)?;
    cargo(&["deny", "check", "bans", "licenses", "sources"])
}

fn document() -> Result<()> {
    let mut command = shell::cargo(&["doc", "--workspace", "--no-deps"]);
    shell::run(command.env("RUSTDOCFLAGS", "-D warnings"))
}

fn install((name, version): (&str, &str)) -> Result<()> {
    let program = format!("cargo-{name}");
    if shell::output("cargo", &[name, "--version"]).is_some() {
        return Ok(());
    }
    cargo(&["install", &program, "--locked", "--version", version])
}
