//! The till's accountability: opened with a float, ended by a blind count.

use super::requests::{CloseShift, OpenShift};
use super::words::{ShiftClosedView, ShiftView};
use crate::error::Result;
use crate::gesture::Call;
use crate::{No, Pos, Session};
use contracts::{ShiftClosed, ShiftOpened};
use kernel::{ShiftId, Uuid};
use staff::Act;
use till::{Command, Shift};

impl Pos {
    /// Opens the register's shift.
    ///
    /// # Errors
    /// TIL-… when one is open already, or for a float that cannot be.
    pub async fn open_shift(&self, who: &Session, request: OpenShift) -> Result<ShiftView> {
        let call = Call::full("till.open_shift", who, request.command, &request);
        let shift = ShiftId(Uuid::new_v5(&request.command.0, b"shift"));
        let mut opened: Option<ShiftOpened> = None;
        let view = self
            .gesture(call, async |desk| {
                desk.permit(Act::OpenShift, None).await?;
                let register = desk.shop()?.register;
                till::refuse_second_shift(till::find_open_shift(desk.txn.untouched(), register).await?.as_ref())?;
                let number = till::last_number(desk.txn.untouched(), register).await? + 1;
                desk.txn.set_shift(Some(shift));
                let open = till::OpenShift { shift, register, number, float: request.float };
                desk.run::<Shift>(shift.0, Command::OpenShift(open)).await?;
                opened = desk.txn.recorded().pop();
                Ok(ShiftView {
                    shift,
                    number,
                    opened_ms: desk.at().now_ms,
                    float: request.float,
                    denominations: desk.shop()?.profile.denominations(),
                })
            })
            .await?;
        if opened.is_some() {
            self.keep_shift(opened);
        }
        Ok(view)
    }

    /// Closes the register's shift with what was counted; only the answer says what was expected.
    ///
    /// # Errors
    /// POS-002 when none is open.
    pub async fn close_shift(&self, who: &Session, request: CloseShift) -> Result<ShiftClosedView> {
        let call = Call::full("till.close_shift", who, request.command, &request);
        let mut closed: Option<ShiftClosed> = None;
        let view = self
            .gesture(call, async |desk| {
                desk.permit(Act::CloseShift, None).await?;
                let shift = desk.shift().await?;
                let row = till::find_shift(desk.txn.untouched(), shift).await?.ok_or(No::NoShift)?;
                let pieces = request.pieces.clone();
                let close = till::CloseShift { shift, counted: request.counted, expected: row.expected, pieces };
                desk.run::<Shift>(shift.0, Command::CloseShift(close)).await?;
                let fact = desk.txn.recorded::<ShiftClosed>().pop().ok_or(No::NoShift)?;
                let view = ShiftClosedView {
                    shift,
                    number: row.number,
                    counted: fact.counted,
                    expected: fact.expected,
                    over_short: fact.over_short,
                };
                closed = Some(fact);
                Ok(view)
            })
            .await?;
        if closed.is_some() {
            self.keep_shift(None);
            self.rank_after_close().await;
            // The till is idle now: the write-ahead log moves into the file.
            self.store().checkpoint().await?;
        }
        Ok(view)
    }
}
