//! Lets Tauri read its configuration at build time, and tells the program which commit it is made of.

use std::process::Command;

/// The profile of what is shipped.
const SHIPPED: &str = "dist";

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
    let profile = profile().filter(|profile| profile != SHIPPED);
    let profile = profile.map_or_else(String::new, |profile| format!(", {profile} build"));
    println!("cargo:rustc-env=MINAS_BUILD={}{profile}", commit());
}

/// The name of the profile. Cargo tells only which of its own two it comes from, but names a folder after it.
fn profile() -> Option<String> {
    let output = std::path::PathBuf::from(std::env::var_os("OUT_DIR")?);
    Some(output.ancestors().nth(3)?.file_name()?.to_string_lossy().into_owned())
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
