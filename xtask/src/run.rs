//! `cargo xtask run`: from a fresh clone to a window with a demo shop.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::display::{self, HiddenDisplay};
use crate::packages::Purpose;
use crate::{setup, shell, ui};

/// How long the first paint may take before the run counts as failed.
const PAINT_LIMIT: Duration = Duration::from_mins(1);
const POLL: Duration = Duration::from_millis(250);
/// An empty window has one or two colours; anti-aliased text alone has more than this.
const PAINTED_COLOURS: usize = 16;

#[derive(clap::Args)]
pub struct Options {
    /// Draw on a hidden screen, write target/screenshot.png and stop
    #[arg(long)]
    headless: bool,
    /// The shop's folder; a demo shop is made in it if it has none [default: target/demo-shop]
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
}

pub fn run(options: &Options) -> Result<()> {
    ensure!(
        options.headless || display::is_present(),
        "there is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.\n\
         `cargo xtask run --headless` draws the window on a hidden screen and writes target/screenshot.png"
    );
    setup::setup(if options.headless { Purpose::Headless } else { Purpose::Build })?;
    ui::build()?;
    shell::run(&mut shell::cargo(&["build", "--package", "minas-pos", "--package", "cli"]))?;

    // In the target folder, because a demo is disposable: two clones do not share it and `cargo clean` removes it.
    let data_dir = options.data_dir.clone().map_or_else(|| shell::target().map(|it| it.join("demo-shop")), Ok)?;
    make_demo_shop(&data_dir)?;

    let mut app = Command::new(shell::binary("minas-pos")?);
    app.arg("--data-dir").arg(&data_dir);
    if options.headless { picture(&mut app) } else { shell::run(&mut app) }
}

fn make_demo_shop(data_dir: &Path) -> Result<()> {
    if data_dir.join("minas.db").exists() {
        return Ok(());
    }
    let mut init = Command::new(shell::binary("minas")?);
    shell::run(init.arg("--data-dir").arg(data_dir).args(["init", "--demo"]))
}

fn picture(command: &mut Command) -> Result<()> {
    let display = HiddenDisplay::start()?;
    let file = shell::target()?.join("screenshot.png");
    // A Wayland session of the machine must not catch the window.
    command.env("DISPLAY", display.name()).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
    let mut app = command.spawn().context("cannot start the window")?;
    let outcome = wait_for_paint(&mut app, &display).and_then(|()| write_picture(&display, &file));
    // The journal survives a kill by design, and the window has no other way to be told.
    let _ = app.kill();
    let _ = app.wait();
    outcome?;
    println!("{}", file.display());
    Ok(())
}

/// Returns when the window shows something and two looks in a row are the same.
fn wait_for_paint(app: &mut Child, display: &HiddenDisplay) -> Result<()> {
    let start = Instant::now();
    let mut earlier = Vec::new();
    while start.elapsed() < PAINT_LIMIT {
        if let Some(status) = app.try_wait()? {
            bail!("the window closed before it painted ({status})");
        }
        let pixels = grab(display)?;
        if pixels == earlier && is_painted(&pixels) {
            return Ok(());
        }
        earlier = pixels;
        thread::sleep(POLL);
    }
    bail!("the window painted nothing within {} s", PAINT_LIMIT.as_secs())
}

fn is_painted(rgb: &[u8]) -> bool {
    let mut colours = HashSet::new();
    rgb.chunks_exact(3).any(|pixel| colours.insert(pixel) && colours.len() > PAINTED_COLOURS)
}

/// The whole screen as red, green and blue bytes.
fn grab(display: &HiddenDisplay) -> Result<Vec<u8>> {
    let mut import = Command::new("import");
    import.args(["-silent", "-window", "root", "-depth", "8", "rgb:-"]).env("DISPLAY", display.name());
    let output = import.output().context("cannot start ImageMagick's `import`")?;
    ensure!(output.status.success(), "import: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

fn write_picture(display: &HiddenDisplay, file: &Path) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut import = Command::new("import");
    shell::run(import.args(["-silent", "-window", "root"]).arg(file).env("DISPLAY", display.name()))
}

#[cfg(test)]
mod tests {
    use super::is_painted;

    #[test]
    fn one_flat_colour_is_not_a_painted_window() {
        assert!(!is_painted(&[255; 300]));
    }

    #[test]
    fn many_shades_are_a_painted_window() {
        let shades: Vec<u8> = (0..90).collect();
        assert!(is_painted(&shades));
    }
}
