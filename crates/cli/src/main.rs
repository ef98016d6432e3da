//! `minas`: the register from a shell. It sets a shop up, takes catalogs and baskets over, and keeps the file
//! trustworthy. Results go to standard output, everything else to standard error.

mod backup;
mod import;
mod init;
mod output;
mod progress;
mod rebuild;
mod replay;
mod restore;
mod stats;
mod stop;
mod verify;

use clap::{Parser, Subcommand};
use output::Outcome;
use pos::{Open, Pos, Rejection};
use std::path::PathBuf;
use std::process::ExitCode;

/// The command line.
#[derive(Parser)]
#[command(name = "minas", version, about = "Minas POS from a shell")]
struct Arguments {
    #[command(flatten)]
    shared: Shared,
    #[command(subcommand)]
    task: Task,
}

/// What every command takes.
#[derive(clap::Args)]
struct Shared {
    /// The data folder [default: $MINAS_DATA_DIR, else the platform's own]
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// One JSON object on standard output
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum Task {
    /// Open a shop in an empty data folder
    Init(init::Init),
    /// Take a file over
    Import(import::Import),
    /// Sell a file of baskets again, once
    Replay(replay::Replay),
    /// Check every stored byte and everything that must hold
    Verify,
    /// Make every view anew from the journal
    Rebuild,
    /// Copy the file and check the copy
    Backup(backup::Backup),
    /// Put a backup in the place of the file, which is kept
    Restore(restore::Restore),
    /// Count what there is
    Stats,
}

impl Shared {
    fn folder(&self) -> PathBuf {
        pos::folder::resolve(self.data_dir.clone())
    }

    /// Opens the shop of the data folder, hands it over, and closes it whatever happens.
    ///
    /// # Errors
    /// POS-003 where no shop has ever been: a mistyped folder must not become an empty shop.
    async fn with_shop<T>(&self, work: impl AsyncFnOnce(&Pos) -> pos::Result<T>) -> pos::Result<T> {
        if pos::folder::is_new(&self.folder()) {
            return Err(Rejection::NoShop.into());
        }
        self.with_folder(work).await
    }

    /// The same, where the folder may be new.
    async fn with_folder<T>(&self, work: impl AsyncFnOnce(&Pos) -> pos::Result<T>) -> pos::Result<T> {
        let progress = progress::opening;
        let pos = Pos::open(Open { progress: Some(&progress), ..Open::folder(self.folder()) }).await?;
        if let Some(interrupted) = pos.interrupted_restore() {
            output::note(&restore::told(interrupted));
        }
        let done = work(&pos).await;
        let closed = pos.close().await;
        let done = done?;
        closed?;
        Ok(done)
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return output::usage(&error),
    };
    if telemetry::init(&telemetry::Options::default()).is_err() {
        return ExitCode::FAILURE;
    }
    let shared = &arguments.shared;
    output::print(run(&arguments.task, shared).await, shared.json)
}

async fn run(task: &Task, shared: &Shared) -> pos::Result<Outcome> {
    match task {
        Task::Init(init) => init.run(shared).await,
        Task::Import(import) => import.run(shared).await,
        Task::Replay(replay) => replay.run(shared).await,
        Task::Verify => verify::run(shared).await,
        Task::Rebuild => rebuild::run(shared).await,
        Task::Backup(backup) => backup.run(shared).await,
        Task::Restore(restore) => restore.run(shared).await,
        Task::Stats => stats::run(shared).await,
    }
}
