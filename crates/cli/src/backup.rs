//! `minas backup`: a checked copy of the file.

use crate::Shared;
use crate::output::Outcome;
use serde_json::json;
use std::path::PathBuf;

/// Copies the file and checks the copy.
#[derive(clap::Args)]
pub(crate) struct Backup {
    /// Where to; nothing may be there yet
    file: PathBuf,
}

impl Backup {
    /// # Errors
    /// POS-014 when something is there already, SYS-….
    pub(crate) async fn run(&self, shared: &Shared) -> pos::Result<Outcome> {
        shared.with_shop(async |pos| pos.backup(&self.file).await).await?;
        let bytes = std::fs::metadata(&self.file)?.len();
        let file = self.file.display().to_string();
        let text = format!("{file} holds a checked copy of {bytes} bytes");
        Ok(Outcome::good(json!({ "file": file, "bytes": bytes }), text))
    }
}
