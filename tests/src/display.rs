//! A hidden display of its own for every window, so that windows of tests that run together never share a focus.

use anyhow::{Context, Result};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// One row of so many is looked at.
const SAMPLED: u32 = 8;

/// How large a display is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

impl Size {
    /// The usual counter screen.
    pub const COUNTER: Self = Self { width: 1366, height: 768 };
    /// The smallest one that the counter is held at.
    pub const SMALL: Self = Self { width: 1024, height: 768 };
}

/// An Xvfb of our own. It stops when it is dropped.
pub struct Display {
    name: String,
    server: Child,
    pixels: TempDir,
}

impl Display {
    /// Starts one that is large enough for any window of a test.
    pub fn open() -> Result<Self> {
        let Size { width, height } = Size::COUNTER;
        let pixels = tempfile::tempdir()?;
        let mut server = Command::new("Xvfb")
            .arg("-fbdir")
            .arg(pixels.path())
            .args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb cannot be started; `cargo xtask test` installs it")?;
        let output = server.stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number).context("Xvfb does not say which display it serves")?;
        Ok(Self { name: format!(":{}", number.trim()), server, pixels })
    }

    /// Its name, such as `:99`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Every eighth row of what it shows: enough to see whether anything changed, and quick to read.
    pub fn pixels(&self) -> Result<Vec<u8>> {
        let mut file = File::open(self.pixels.path().join("Xvfb_screen0"))?;
        let row = Size::COUNTER.width * 4;
        let mut rows = vec![0; (row * Size::COUNTER.height / SAMPLED) as usize];
        for (number, part) in rows.chunks_exact_mut(row as usize).enumerate() {
            file.seek(SeekFrom::Start(number as u64 * u64::from(row * SAMPLED)))?;
            file.read_exact(part)?;
        }
        Ok(rows)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
