//! What the register does when nobody asks anything.

use crate::Pos;
use crate::error::Result;

impl Pos {
    /// Gives up abandoned checkouts and moves the write-ahead log into the file. Called about once a minute.
    pub async fn idle(&self) -> Result<()> {
        if self.shop().is_ok() {
            self.release_abandoned().await?;
        }
        Ok(self.store().checkpoint().await?)
    }
}
