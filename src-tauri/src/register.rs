//! The register behind the window; or why there is none, which the window then says.

use kernel::Refusal;
use pos::{Open, Pos, Session};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::Path;

/// What every IPC command works on.
pub struct Register(Result<Pos, Refusal>);

impl Register {
    /// Opens the data folder. A failure is kept for the window to show.
    pub async fn open(data_dir: &Path) -> Self {
        let opened = Pos::open(Open::folder(data_dir)).await.map_err(|error| error.refusal());
        if let Err(refusal) = &opened {
            tracing::error!(code = refusal.code, text = refusal.text, "the register cannot be opened");
        }
        Self(opened)
    }

    /// The register, if it could be opened.
    pub fn pos(&self) -> Result<&Pos, Refusal> {
        self.0.as_ref().map_err(Clone::clone)
    }

    /// The register, who is signed on, and what they ask.
    pub fn signed_on<R: DeserializeOwned>(&self, request: Value) -> Result<(&Pos, Session, R), Refusal> {
        let pos = self.pos()?;
        let session = pos.session().map_err(|error| error.refusal())?;
        Ok((pos, session, parse(request)?))
    }

    /// Marks the stop as clean.
    pub async fn close(&self) {
        if let Ok(pos) = &self.0
            && let Err(error) = pos.clone().close().await
        {
            tracing::error!(%error, "the register did not stop cleanly");
        }
    }
}

/// A request as the register understands it.
///
/// # Errors
/// POS-016 for anything else.
pub fn parse<R: DeserializeOwned>(request: Value) -> Result<R, Refusal> {
    serde_json::from_value(request)
        .map_err(|error| pos::Error::from(pos::Rejection::BadRequest { why: error.to_string() }).refusal())
}
