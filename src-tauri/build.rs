//! Lets Tauri read its configuration at build time, and tells the program which commit it is made of.

use std::process::Command;

/// Letters of the commit's hash. Git's own short form grows with the repository, so that clones would differ.
const HASH_LETTERS: usize = 10;

fn main() {
    tauri_build::build();
    // While developing, every commit would link the program anew.
    if std::env::var("PROFILE").as_deref() == Ok("debug") {
        println!("cargo:rustc-env=MINAS_BUILD=development");
        return;
    }
    // Whatever moves the branch writes a line there.
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"]) {
        println!("cargo:rerun-if-changed={log}");
    }
    println!("cargo:rustc-env=MINAS_BUILD={}", commit());
}

fn commit() -> String {
    let commit = git(&["log", "-1", "--format=%H %cs"]);
    let told = commit.as_deref().and_then(|line| line.split_once(' '));
    told.map_or_else(|| "unknown".to_owned(), |(hash, date)| format!("{hash:.HASH_LETTERS$}, {date}"))
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let line = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !line.is_empty()).then_some(line)
}
