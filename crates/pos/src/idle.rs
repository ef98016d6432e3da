//! What the register does when nobody asks anything.

use crate::Pos;
use crate::error::Result;

impl Pos {
    /// Gives up abandoned checkouts, ranks products where that failed, and moves the write-ahead log into the file. Called about once a minute.
    pub async fn idle(&self) -> Result<()> {
        if self.shop().is_ok() {
            self.release_abandoned().await?;
            self.rank_if_due().await?;
        }
        Ok(self.store().checkpoint().await?)
    }
}
