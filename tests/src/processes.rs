//! A program with the processes that it started, as Linux tells of them.

use anyhow::{Context, Result};
use std::fs;

/// A process and what it started, and so on, the first one first.
pub fn tree(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = all().filter_map(|pid| Some((pid, parent(pid)?))).collect();
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&above) = found.get(next) {
        found.extend(parents.iter().filter(|(_, parent)| *parent == above).map(|(pid, _)| *pid));
        next += 1;
    }
    found
}

/// The one below `root` that runs a program of this name.
pub fn find(root: u32, name: &str) -> Option<u32> {
    tree(root).into_iter().find(|pid| program(*pid).as_deref() == Some(name))
}

/// Memory of a process, in KiB: what it shares counts in parts among those that share it.
///
/// # Errors
/// On a system that does not tell.
pub fn memory_kib(pid: u32) -> Result<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup"))?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:")).context("no proportional share")?;
    Ok(line.trim().trim_end_matches(" kB").trim().parse()?)
}

/// The file name of the program that a process runs.
pub fn program(pid: u32) -> Option<String> {
    let path = fs::read_link(format!("/proc/{pid}/exe")).ok()?;
    Some(path.file_name()?.to_string_lossy().trim_end_matches(" (deleted)").to_owned())
}

fn all() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

fn parent(pid: u32) -> Option<u32> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in brackets may hold anything; behind it come the state and the parent.
    text.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}
