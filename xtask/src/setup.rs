//! Makes a fresh machine ready: Node's version, system packages, npm packages.
//! Rust and a linker are there already, or this program could not have been built; cargo itself refuses an old Rust.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::packages::{self, Purpose};
use crate::shell;

/// The oldest Node that the UI's build tools run on.
const NODE: (u32, u32) = (20, 19);

pub fn setup(purpose: Purpose) -> Result<()> {
    check_node()?;
    packages::ensure_for(purpose)?;
    npm_packages()
}

fn check_node() -> Result<()> {
    let (major, minor) = NODE;
    let advice = format!("Node {major}.{minor} or newer with npm is needed: install it from https://nodejs.org");
    let found = shell::output("node", &["--version"]).with_context(|| format!("Node is missing. {advice}"))?;
    ensure!(version(found.trim_start_matches('v')) >= Some(NODE), "Node {found} is too old. {advice}");
    ensure!(shell::is_on_path("npm") || cfg!(windows), "npm is missing. {advice}");
    Ok(())
}

fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// Installs `ui/node_modules` when it is missing or made from another lock file.
fn npm_packages() -> Result<()> {
    let ui = shell::root().join("ui");
    let lock = fs::read(ui.join("package-lock.json")).context("cannot read ui/package-lock.json")?;
    let stamp = ui.join("node_modules/.installed-package-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    shell::run(&mut shell::npm(&["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn versions_compare_by_number_not_by_letter() {
        assert!(version("20.9.0") < version("20.19.1"));
        assert!(version("100.0.0") > version("22.1.0"));
        assert_eq!(version("nightly"), None);
    }
}
