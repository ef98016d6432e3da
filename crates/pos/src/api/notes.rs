//! Words on a line and on the order, which the receipt prints.

use super::asked::Asked;
use super::requests::{NoteLine, NoteOrder};
use super::words::CartView;
use crate::error::Result;
use crate::gesture::Call;
use crate::{Pos, Session};

impl Pos {
    /// Writes on a line, or wipes what stands there.
    ///
    /// # Errors
    /// ORD-021 for more than one line of 200 characters.
    pub async fn note_line(&self, who: &Session, request: NoteLine) -> Result<CartView> {
        let call = Call::edit("cart.note_line", who, request.command, &request);
        let note = orders::NoteLine { line: request.line, note: request.note.clone() };
        self.edit(call, request.order, |_| Ok(note.into()), |_| Ok(Asked::to_sell())).await
    }

    /// Writes on the order, or wipes what stands there.
    ///
    /// # Errors
    /// ORD-021 for more than one line of 200 characters.
    pub async fn note_order(&self, who: &Session, request: NoteOrder) -> Result<CartView> {
        let call = Call::edit("cart.note_order", who, request.command, &request);
        let note = orders::NoteOrder { note: request.note.clone() };
        self.edit(call, request.order, |_| Ok(note.into()), |_| Ok(Asked::to_sell())).await
    }
}
