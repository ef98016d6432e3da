//! Runs other programs, and says what it runs.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Where Cargo names the package that it runs.
const PACKAGE: &str = "CARGO_PKG_NAME";

/// The top folder of the repository.
pub fn root() -> PathBuf {
    // Cargo sets this at run time; the path from compile time may be another clone's when both share a target folder.
    let manifest = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&manifest).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// A development binary of this workspace: it lands beside this very program, wherever the target folder is.
pub fn binary(name: &str) -> Result<PathBuf> {
    let own = env::current_exe().context("cannot find where this program lies")?;
    Ok(own.with_file_name(name).with_extension(env::consts::EXE_EXTENSION))
}

/// The target folder, where logs and pictures go.
pub fn target() -> Result<PathBuf> {
    let profile = binary("xtask")?;
    profile.ancestors().nth(2).map(Path::to_path_buf).context("this program does not lie in a target folder")
}

/// Cargo, started in the top folder.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    // Cargo names the package that it runs; subcommands such as machete take that for being developed themselves.
    command.args(arguments).current_dir(root()).env_remove(PACKAGE);
    command
}

/// npm, started in the `ui` folder.
pub fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(root().join("ui"));
    command
}

/// Runs a program to its end with its output on ours; anything but success is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let line = spell(command);
    eprintln!("$ {line}");
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    ensure!(status.success(), "`{line}` failed ({status})");
    Ok(())
}

/// What a program prints, without its line end.
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    command.args(arguments).env_remove(PACKAGE).stdin(Stdio::null()).stderr(Stdio::null());
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name is on the search path.
pub fn is_on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

fn spell(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
