//! What sells stands first: at the end of a shift, products are ranked by what sold in the last ones.

use crate::Pos;
use crate::error::Result;
use crate::gesture::Call;
use catalog::{POPULARITY_STREAM, Popularity, RankProducts};
use kernel::{CommandId, Uuid};
use std::sync::atomic::Ordering;

/// Two weeks of two shifts a day: long enough to be calm, short enough for what is new.
const SHIFTS_LOOKED_AT: u32 = 28;

impl Pos {
    /// Ranks products after a shift was closed. Its own commit, behind the closing one, whose answer it must not
    /// spoil: what fails is tried again when the till is idle, and said there.
    pub(crate) async fn rank_after_close(&self) {
        let failed = self.rank_products().await.is_err();
        self.ranking_due().store(failed, Ordering::Relaxed);
    }

    /// The ranking that failed, once more.
    pub(crate) async fn rank_if_due(&self) -> Result<()> {
        if self.ranking_due().load(Ordering::Relaxed) {
            self.rank_products().await?;
            self.ranking_due().store(false, Ordering::Relaxed);
        }
        Ok(())
    }

    async fn rank_products(&self) -> Result<()> {
        let register = self.shop()?.register;
        let mut reader = self.store().reader().await?;
        let shifts = till::list_last_shifts(&mut reader, register, SHIFTS_LOOKED_AT).await?;
        let sold = orders::views::list_sold(&mut reader, &shifts).await?;
        drop(reader);
        let system = self.built_in_session(staff::SYSTEM).await?;
        let call = Call::edit("catalog.rank_products", &system, CommandId(Uuid::now_v7()), &"rank");
        self.gesture(call, async |desk| {
            desk.run::<Popularity>(POPULARITY_STREAM, RankProducts { sold: sold.clone() }).await
        })
        .await
    }
}
