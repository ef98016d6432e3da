//! Cuts the power as often as asked, and says what was left.

use anyhow::{Result, ensure};
use clap::Parser;
use power::record::Syncs;
use power::run::cut;
use std::io::Write;

/// Power cuts under the real register
#[derive(Parser)]
struct Arguments {
    /// How often the power is cut
    #[arg(long, default_value_t = 20_000)]
    images: usize,
    /// The first day's seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let tally = cut(arguments.images, arguments.seed, Syncs::AsMade)?;
    writeln!(std::io::stdout(), "{tally:#?}")?;
    ensure!(tally.lossy == 0, "acknowledged work was lost");
    Ok(())
}
