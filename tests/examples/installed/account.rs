//! Who runs the installed program: an ordinary account, never root.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::system;

/// Debian's account that owns nothing.
const NOBODY: &str = "nobody";

/// An account, and a folder for its homes.
pub struct Account {
    name: Option<&'static str>,
    homes: PathBuf,
}

impl Account {
    /// Root steps down; everybody else stays who they are.
    pub fn choose(scratch: &Path) -> Result<Self> {
        let name = system::is_root().then_some(NOBODY);
        let homes = scratch.join("homes");
        std::fs::create_dir_all(&homes)?;
        if name.is_some() {
            system::run(Command::new("chmod").arg("755").arg(scratch))?;
        }
        Ok(Self { name, homes })
    }

    /// Its name, if it is another one than ours.
    pub fn name(&self) -> Option<&'static str> {
        self.name
    }

    /// A new home.
    pub fn home(&self, name: &str) -> Result<PathBuf> {
        let home = self.homes.join(name);
        std::fs::create_dir_all(&home)?;
        self.owns(&home)?;
        Ok(home)
    }

    /// Gives a folder and what is in it to the account.
    pub fn owns(&self, folder: &Path) -> Result<()> {
        match self.name {
            Some(name) => system::run(Command::new("chown").args(["-R", name]).arg(folder)),
            None => Ok(()),
        }
    }

    /// A program, run as this account in this home without a display and without a word about where data are.
    pub fn command(&self, program: &Path, home: &Path) -> Result<Command> {
        let mut command = match self.name {
            Some(name) => {
                let mut command = Command::new("setpriv");
                command.args([&format!("--reuid={name}"), "--clear-groups"]).arg(program);
                command
            }
            None => Command::new(program),
        };
        let path = std::env::var_os("PATH").context("no PATH")?;
        command.env_clear().env("PATH", path).env("HOME", home).current_dir(home);
        Ok(command)
    }
}
