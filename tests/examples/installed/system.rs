//! This machine: whether packages can be installed on it, and what is left of one that was removed.

use crate::PROGRAM;
use crate::package::Package;
use anyhow::{Context, Result, bail, ensure};
use std::path::Path;
use std::process::{Command, Stdio};

/// How much of it is ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    Root,
    Sudo,
    Guest,
}

impl System {
    /// Finds out.
    ///
    /// # Errors
    /// Where the program is installed: somebody may use it.
    pub fn find() -> Result<Self> {
        let system = if is_root() {
            Self::Root
        } else if run(Command::new("sudo").args(["-n", "true"])).is_ok() {
            Self::Sudo
        } else {
            Self::Guest
        };
        if system.installs() && is_known()? {
            // Nobody sells on a machine of a build farm: an earlier run was cut off.
            ensure!(std::env::var_os("CI").is_some(), "{PROGRAM} is installed here; remove it first");
            system.purge()?;
        }
        Ok(system)
    }

    /// Whether packages can be installed.
    pub fn installs(self) -> bool {
        self != Self::Guest
    }

    /// Installs a package, in the place of another version if there is one.
    pub fn install(self, package: &Package) -> Result<()> {
        let options = ["install", "-y", "--no-install-recommends", "--allow-downgrades"];
        run(self.apt(&options).arg(&package.file))?;
        let found = output(Command::new("dpkg-query").args(["-W", "-f", "${Version}", PROGRAM]))?;
        ensure!(found == package.version, "{found} is installed, not {}", package.version);
        Ok(())
    }

    /// Removes the program as somebody does who may come back.
    pub fn remove(self) -> Result<()> {
        run(&mut self.apt(&["remove", "-y", PROGRAM]))
    }

    /// Removes the program with everything that a package may remove.
    pub fn purge(self) -> Result<()> {
        run(&mut self.apt(&["purge", "-y", PROGRAM]))
    }

    fn apt(self, arguments: &[&str]) -> Command {
        let mut command = Command::new(if self == Self::Sudo { "sudo" } else { "env" });
        if self == Self::Sudo {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]);
        command.args(arguments);
        command
    }

    /// None of its files is there, and dpkg does not know it.
    pub fn nothing_is_left_of(package: &Package) -> Result<()> {
        for file in package.files()? {
            ensure!(!file.exists(), "{} is left", file.display());
        }
        let folder = Path::new("/usr/share/doc").join(PROGRAM);
        ensure!(!folder.exists(), "{} is left", folder.display());
        ensure!(!is_known()?, "dpkg still knows {PROGRAM}");
        Ok(())
    }
}

/// Whether dpkg has anything of the program, its configuration included.
fn is_known() -> Result<bool> {
    let query = Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Abbrev}", PROGRAM]).output()?;
    let status = String::from_utf8_lossy(&query.stdout).trim().to_owned();
    Ok(query.status.success() && !status.is_empty() && !status.starts_with("un"))
}

/// Whether a process runs a file that is not there any more.
pub fn runs_a_replaced_file(pid: u32) -> Result<bool> {
    let path = std::fs::read_link(format!("/proc/{pid}/exe"))?;
    Ok(path.to_string_lossy().ends_with(" (deleted)"))
}

/// Whether we are root.
pub fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

/// Runs a program; what it printed is shown only when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    output(command).map(drop)
}

/// What a program prints, without its line end.
pub fn output(command: &mut Command) -> Result<String> {
    let done = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {command:?}"))?;
    let printed = String::from_utf8_lossy(&done.stdout).trim_end().to_owned();
    if done.status.success() {
        return Ok(printed);
    }
    bail!("{command:?} failed ({}):\n{printed}\n{}", done.status, String::from_utf8_lossy(&done.stderr))
}
