//! The register behind the window; or why there is none, which the window then says.

use kernel::Refusal;
use pos::{Open, Pos, Session};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};
use tauri::async_runtime::{block_on, spawn_blocking};

/// What every IPC command works on.
pub struct Register {
    data_dir: PathBuf,
    opened: RwLock<Result<Pos, Refusal>>,
}

impl Register {
    /// Opens the data folder. A failure is kept for the window to show.
    pub async fn open(data_dir: &Path) -> Self {
        Self { data_dir: data_dir.to_owned(), opened: RwLock::new(open(data_dir).await) }
    }

    /// Tries again, if the register could not be opened: somebody may have closed the other window by now.
    pub async fn retry(&self) {
        if self.pos().is_ok() {
            return;
        }
        let data_dir = self.data_dir.clone();
        // Opening checks the whole file: it has a thread of its own, so that the window goes on answering.
        let opened = spawn_blocking(move || block_on(open(&data_dir))).await;
        if let Ok(opened) = opened {
            *self.opened.write().unwrap_or_else(PoisonError::into_inner) = opened;
        }
    }

    /// The register, if it could be opened.
    pub fn pos(&self) -> Result<Pos, Refusal> {
        self.opened.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The register, who is signed on, and what they ask.
    pub fn signed_on<R: DeserializeOwned>(&self, request: Value) -> Result<(Pos, Session, R), Refusal> {
        let pos = self.pos()?;
        let session = pos.session().map_err(|error| error.refusal())?;
        Ok((pos, session, parse(request)?))
    }

    /// Marks the stop as clean.
    pub async fn close(&self) {
        if let Ok(pos) = self.pos()
            && let Err(error) = pos.close().await
        {
            tracing::error!(%error, "the register did not stop cleanly");
        }
    }
}

async fn open(data_dir: &Path) -> Result<Pos, Refusal> {
    let opened = Pos::open(Open::folder(data_dir)).await.map_err(|error| error.refusal());
    if let Err(refusal) = &opened {
        tracing::error!(code = refusal.code, text = refusal.text, "the register cannot be opened");
    }
    opened
}

/// A request as the register understands it.
///
/// # Errors
/// POS-016 for anything else.
pub fn parse<R: DeserializeOwned>(request: Value) -> Result<R, Refusal> {
    serde_json::from_value(request)
        .map_err(|error| pos::Error::from(pos::Rejection::BadRequest { why: error.to_string() }).refusal())
}
