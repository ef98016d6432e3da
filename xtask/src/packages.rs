//! The system packages a task needs: finds what is missing, installs it when it may, else prints the one command.

use std::process::{Command, Stdio};

use anyhow::{Result, bail, ensure};

use crate::shell;

/// What a machine is about to be used for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Build,
    Headless,
    Test,
    Proof,
}

enum Probe {
    Program(&'static str),
    Library(&'static str),
}

struct Tool {
    probe: Probe,
    /// The package on Debian 12 and 13 and on Ubuntu 22.04 and 24.04.
    apt: &'static str,
}

const BUILD: &[Tool] = &[
    Tool { probe: Probe::Program("pkg-config"), apt: "pkg-config" },
    // GTK, soup and JavaScriptCore come with it.
    Tool { probe: Probe::Library("webkit2gtk-4.1"), apt: "libwebkit2gtk-4.1-dev" },
];
const XVFB: Tool = Tool { probe: Probe::Program("Xvfb"), apt: "xvfb" };
const HEADLESS: &[Tool] = &[XVFB, Tool { probe: Probe::Program("import"), apt: "imagemagick" }];
const TEST: &[Tool] = &[XVFB, Tool { probe: Probe::Program("WebKitWebDriver"), apt: "webkit2gtk-driver" }];

const PROOF: &[Tool] = &[
    XVFB,
    Tool { probe: Probe::Program("WebKitWebDriver"), apt: "webkit2gtk-driver" },
    Tool { probe: Probe::Program("desktop-file-validate"), apt: "desktop-file-utils" },
    Tool { probe: Probe::Program("appstreamcli"), apt: "appstream" },
];

/// Makes sure that every tool for `purpose` is here.
pub fn ensure_for(purpose: Purpose) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing = missing(purpose);
    if missing.is_empty() {
        return Ok(());
    }
    install(&missing)?;
    let still = self::missing(purpose);
    ensure!(still.is_empty(), "still missing after installing {}: {}", missing.join(" "), still.join(" "));
    Ok(())
}

fn missing(purpose: Purpose) -> Vec<&'static str> {
    let extra = match purpose {
        Purpose::Build => &[],
        Purpose::Headless => HEADLESS,
        Purpose::Test => TEST,
        Purpose::Proof => PROOF,
    };
    BUILD.iter().chain(extra).filter(|tool| !is_here(&tool.probe)).map(|tool| tool.apt).collect()
}

fn is_here(probe: &Probe) -> bool {
    match probe {
        Probe::Program(name) => shell::is_on_path(name),
        Probe::Library(name) => shell::output("pkg-config", &["--exists", name]).is_some(),
    }
}

fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    ensure!(
        shell::is_on_path("apt-get"),
        "this machine lacks what Debian calls: {list}. Install your system's packages of the same content \
         (https://v2.tauri.app/start/prerequisites lists them), then run this again"
    );
    let sudo: &[&str] = match privilege() {
        Privilege::Root => &[],
        Privilege::Sudo => &["sudo", "-n"],
        Privilege::None => bail!(
            "this machine lacks some packages. Run this once, then try again:\n\n  sudo apt-get update && \
             sudo apt-get install -y --no-install-recommends {list}\n"
        ),
    };
    // A stale list of one foreign source must not stop us; if it matters, the install says so.
    if let Err(error) = shell::run(&mut apt(sudo, &["update"])) {
        eprintln!("warning: {error:#}");
    }
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    shell::run(&mut apt(sudo, &arguments))
}

enum Privilege {
    Root,
    Sudo,
    None,
}

fn privilege() -> Privilege {
    if shell::output("id", &["-u"]).as_deref() == Some("0") {
        Privilege::Root
    } else if shell::output("sudo", &["-n", "true"]).is_some() {
        Privilege::Sudo
    } else {
        Privilege::None
    }
}

/// `apt-get` that cannot ask anything and waits for another one to finish.
fn apt(sudo: &[&str], arguments: &[&str]) -> Command {
    let line = [sudo, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]];
    let mut words = line.into_iter().flatten();
    let mut command = Command::new(words.next().unwrap_or(&"env"));
    command.args(words).args(arguments).stdin(Stdio::null());
    command
}
