//! A screen that nobody sees: Xvfb on a free display number.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Whether a window can open here as it is.
pub fn is_present() -> bool {
    !cfg!(target_os = "linux") || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| is_set(name))
}

/// Whether an X server is named; tests want one even under Wayland.
pub fn is_x11() -> bool {
    !cfg!(target_os = "linux") || is_set("DISPLAY")
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// A running Xvfb; it stops when this is dropped.
pub struct HiddenDisplay {
    server: Child,
    number: u32,
}

impl HiddenDisplay {
    /// Starts a screen of 1366 × 768, the size of a small counter display.
    pub fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().context("cannot start Xvfb")?;
        let mut line = String::new();
        if let Some(stdout) = server.stdout.take() {
            // Xvfb writes the number once it accepts clients, so there is nothing left to wait for.
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let number = line.trim().parse().ok();
        let display = Self { server, number: number.unwrap_or_default() };
        ensure!(number.is_some(), "Xvfb found no free display; run `Xvfb -displayfd 1` to see why");
        Ok(display)
    }

    /// The value for the environment variable `DISPLAY`.
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for HiddenDisplay {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
