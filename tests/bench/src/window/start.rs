//! From starting the program to the sign-on screen, and the memory that it then holds, in turns with an empty window.
//!
//! No driver takes part: the programs draw on a display whose pixels this program reads. A start has ended with the
//! last change before the picture stands still.

use super::program;
use crate::measure::{Times, ratio};
use crate::report::{Report, hundredths};
use anyhow::{Result, bail};
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tests::display::Display;
use tests::processes;

const START_BUDGET: u64 = 120;
const MEMORY_BUDGET: u64 = 130;

/// Starts of each program.
const ROUNDS: u32 = 11;

/// How often the pixels are read.
const LOOK_EVERY: Duration = Duration::from_millis(4);

/// A picture that did not change for so long stands still.
const STILL: Duration = Duration::from_millis(1_500);

/// A start that takes longer has failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// Puts the rows of start-up and memory into the report.
pub fn measure(report: &mut Report, folder: &Path, products: u64) -> Result<()> {
    let display = Display::open()?;
    let (register, empty) = (program("minas-pos")?, program("examples/empty")?);
    let mut starts = (Times::default(), Times::default());
    let mut memory = (Times::default(), Times::default());
    for round in 0..=ROUNDS {
        let of_empty = start(&display, &empty, &[])?;
        let of_register = start(&display, &register, &[OsStr::new("--data-dir"), folder.as_os_str()])?;
        // The first pair fills the system's cache.
        if round > 0 {
            starts.0.push(of_register.took);
            starts.1.push(of_empty.took);
            memory.0.push(Duration::from_micros(of_register.memory_kib));
            memory.1.push(Duration::from_micros(of_empty.memory_kib));
        }
    }
    let (own, bare) = (starts.0.p50(), starts.1.p50());
    let found = ratio(own, bare);
    report.ratio(
        "start to the sign-on screen ÷ an empty window, p50",
        format!("{} ({} ms ÷ {} ms, {products} products)", hundredths(found), own / 1_000, bare / 1_000),
        format!("≤ {}", hundredths(START_BUDGET)),
        found <= START_BUDGET,
    );
    let (own, bare) = (memory.0.p50(), memory.1.p50());
    let found = ratio(own, bare);
    report.ratio(
        "memory at the sign-on screen ÷ an empty window, p50",
        format!("{} ({} MiB ÷ {} MiB, all processes)", hundredths(found), own / 1_024, bare / 1_024),
        format!("≤ {}", hundredths(MEMORY_BUDGET)),
        found <= MEMORY_BUDGET,
    );
    Ok(())
}

/// One start.
struct Started {
    took: Duration,
    memory_kib: u64,
}

fn start(display: &Display, program: &Path, words: &[&OsStr]) -> Result<Started> {
    let mut before = display.pixels()?;
    let begin = Instant::now();
    let mut process = Command::new(program)
        .args(words)
        .env("DISPLAY", display.name())
        .env("GDK_BACKEND", "x11")
        .env("LANG", "en_US.UTF-8")
        .env_remove("WAYLAND_DISPLAY")
        .stderr(Stdio::null())
        .spawn()?;
    let mut painted = None;
    let took = loop {
        std::thread::sleep(LOOK_EVERY);
        let now = display.pixels()?;
        if now != before {
            painted = Some(begin.elapsed());
            before = now;
        }
        match painted {
            Some(at) if begin.elapsed() > at + STILL => break at,
            _ if begin.elapsed() > PATIENCE => bail!("{} painted nothing", program.display()),
            _ => {}
        }
    };
    let memory = processes::tree(process.id()).into_iter().map(processes::memory_kib);
    let memory_kib = memory.sum::<Result<u64>>()?;
    // As a system that shuts down asks: the register's stop is then a clean one.
    Command::new("kill").arg(process.id().to_string()).status()?;
    process.wait()?;
    Ok(Started { took, memory_kib })
}
