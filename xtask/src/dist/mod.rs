//! `cargo xtask dist`: the packages that a shop installs.

mod papers;
mod prove;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::packages::Purpose;
use crate::steps::Steps;
use crate::{setup, shell, ui};

/// The profile of `Cargo.toml` that is shipped.
const PROFILE: &str = "dist";

#[derive(clap::Args)]
pub struct Options {
    /// Install the Debian package, sell with it, upgrade to it under a running program, and remove it
    #[arg(long)]
    prove: bool,
    /// The Debian package to upgrade from [default: the new one under an older number]
    #[arg(long, value_name = "FILE", requires = "prove")]
    older: Option<PathBuf>,
    /// The kinds of packages, as the Tauri command line names them [default: what this system's shops install]
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    bundles: Vec<String>,
}

pub fn dist(options: &Options) -> Result<()> {
    Steps::run(|steps| {
        let purpose = if options.prove { Purpose::Proof } else { Purpose::Build };
        steps.step("setup", || setup::setup(purpose))?;
        steps.step("ui build", ui::build)?;
        let papers = steps.step("licences and papers", || papers::write(&shell::target()?.join("papers")))?;
        let kinds = if options.bundles.is_empty() { default_kinds() } else { options.bundles.join(",") };
        steps.step("build and package", || package(&kinds, &papers))?;
        let made = made()?;
        for file in &made {
            tell(file)?;
        }
        if options.prove {
            let deb = made.iter().find(|file| is(file, "deb")).context("no Debian package was made")?;
            steps.step("build the proof", prove::build)?;
            steps.step("proof", || prove::run(deb, options.older.as_deref()))?;
        }
        Ok(())
    })
}

fn default_kinds() -> String {
    let kinds = match std::env::consts::OS {
        "macos" => "app,dmg",
        "windows" => "nsis,msi",
        _ => "deb",
    };
    kinds.to_owned()
}

/// Builds both programs and packs them. Tauri builds the window; its words for Cargo name the shell command as well.
fn package(kinds: &str, papers: &Path) -> Result<()> {
    let name = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let mut tauri = Command::new(shell::root().join("ui/node_modules/.bin").join(name));
    tauri.args(["build", "--ci", "--bundles", kinds, "--config"]).arg(papers);
    tauri.args(["--", "--locked", "--profile", PROFILE, "--package", "minas-pos", "--package", "cli"]);
    // What lies there from earlier versions would be taken for new.
    let bundles = bundles()?;
    if bundles.exists() {
        fs::remove_dir_all(&bundles)?;
    }
    shell::run(tauri.current_dir(shell::root()))
}

fn bundles() -> Result<PathBuf> {
    Ok(shell::target()?.join(PROFILE).join("bundle"))
}

/// The packages that were made.
fn made() -> Result<Vec<PathBuf>> {
    const ENDINGS: &[&str] = &["AppImage", "deb", "dmg", "exe", "msi", "rpm"];
    let mut found = Vec::new();
    for kind in fs::read_dir(bundles()?)? {
        let kind = kind?.path();
        if !kind.is_dir() {
            continue;
        }
        for file in fs::read_dir(kind)? {
            let file = file?.path();
            if file.is_file() && ENDINGS.iter().any(|ending| is(&file, ending)) {
                found.push(file);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn is(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|found| found == ending)
}

fn tell(file: &Path) -> Result<()> {
    let bytes = fs::metadata(file)?.len();
    let path = file.display().to_string();
    let sum = shell::output("sha256sum", &[&path]).or_else(|| shell::output("shasum", &["-a", "256", &path]));
    let sum = sum.and_then(|line| line.split_whitespace().next().map(|sum| sum.trim_start_matches('\\').to_owned()));
    println!("{path}\n  {bytes} bytes\n  sha256 {}", sum.as_deref().unwrap_or("unknown: no sha256sum here"));
    Ok(())
}
