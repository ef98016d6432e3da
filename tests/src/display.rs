//! A display for the window: the one that is there, else an Xvfb of our own.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A display to draw on. Our own server stops when it is dropped.
pub struct Display {
    name: String,
    server: Option<Child>,
}

impl Display {
    /// The display of the environment, or a new virtual one of a usual counter's size.
    pub fn open() -> Result<Self> {
        match std::env::var("DISPLAY") {
            Ok(name) if !name.is_empty() => Ok(Self { name, server: None }),
            _ => Self::start(),
        }
    }

    fn start() -> Result<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb cannot be started; `cargo xtask test` installs it")?;
        let output = server.stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number).context("Xvfb does not say which display it serves")?;
        Ok(Self { name: format!(":{}", number.trim()), server: Some(server) })
    }

    /// Its name, such as `:99`.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
