//! `minas restore`: a backup in the place of the file, which is kept.

use crate::Shared;
use crate::output::Outcome;
use pos::{Interrupted, Pos};
use serde_json::json;
use std::path::PathBuf;

/// Puts a backup in the place of the file.
#[derive(clap::Args)]
pub(crate) struct Restore {
    /// The backup
    file: PathBuf,
}

impl Restore {
    /// # Errors
    /// POS-012 when the folder is in use, SYS-… when the backup is damaged, newer or no journal.
    pub(crate) async fn run(&self, shared: &Shared) -> pos::Result<Outcome> {
        let kept = Pos::restore(&shared.folder(), &self.file).await?;
        let kept = kept.exists().then(|| kept.display().to_string());
        let text = match &kept {
            Some(kept) => format!("restored; what was there before is kept as {kept}"),
            None => "restored; there was nothing before".to_owned(),
        };
        let file = self.file.display().to_string();
        Ok(Outcome::good(json!({ "restored": file, "kept": kept, "data_dir": shared.folder() }), text))
    }
}

/// What a start says of a restore that was interrupted before it.
pub(crate) fn told(interrupted: &Interrupted) -> String {
    match interrupted {
        Interrupted::Undone => "a restore was interrupted; it was undone, and nothing has changed".to_owned(),
        Interrupted::Finished { kept: None } => "a restore was interrupted; it is finished now".to_owned(),
        Interrupted::Finished { kept: Some(kept) } => {
            format!("a restore was interrupted; it is finished now, and what was there before is {}", kept.display())
        }
    }
}
