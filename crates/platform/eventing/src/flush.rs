//! What a transaction's views see of it, and when.
//!
//! Events become rows as late as possible: at the commit, or when somebody asks for a row. So a shift or an approver
//! that is named after the first event still reaches every row, as it does when the views are made anew.

use crate::policy::Need;
use crate::txn::NewEvent;
use crate::view::{Around, Batch, Pending};
use crate::{Fault, Txn, commit};
use serde::de::DeserializeOwned;
use sqlx::SqliteConnection;

impl Txn {
    /// The connection, for a query of a view: everything recorded so far is visible.
    pub async fn connection(&mut self) -> Result<&mut SqliteConnection, Fault> {
        let batches = self.unviewed();
        commit::write_views(self.writer.connection(), &batches).await?;
        Ok(self.writer.connection())
    }

    /// The connection, for a query of views that this gesture never changes: nothing needs to be written first.
    pub fn untouched(&mut self) -> &mut SqliteConnection {
        self.writer.connection()
    }

    /// Rows of a view's query (one column of JSON), with everything recorded so far.
    pub async fn rows<T: DeserializeOwned>(
        &mut self,
        view: &'static str,
        sql: &'static str,
        keys: String,
    ) -> Result<Vec<T>, Fault> {
        let found = self.gather(vec![Need::rows(view, sql, keys)]).await?;
        let texts = found.into_iter().flat_map(|(_, texts)| texts);
        texts.map(|text| serde_json::from_str(&text).map_err(|error| Fault::Row { view, error })).collect()
    }

    /// Whether a view has not seen everything that concerns it.
    pub(crate) fn has_unviewed(&self, view: usize) -> bool {
        self.concern(view, &self.events[self.viewed..])
    }

    /// Whether anything that was recorded so far concerns a view.
    pub(crate) fn has_told(&self, view: usize) -> bool {
        self.concern(view, &self.events)
    }

    fn concern(&self, view: usize, events: &[NewEvent]) -> bool {
        let hears = |event_type| self.app.views[view].on.iter().any(|on| on.event_type == event_type);
        events.iter().any(|event| hears(event.wire.event_type))
    }

    /// The rows of every event that no view has seen yet.
    pub(crate) fn unviewed(&mut self) -> Vec<Batch> {
        let at = &self.gesture.at;
        let actor = at.actor.to_string();
        let approver = at.approver.map(|approver| approver.to_string());
        let shift = at.shift.map(|shift| shift.to_string());
        let mut pending = Pending::default();
        for (position, event) in (self.writer.head.position + 1..).zip(&self.events).skip(self.viewed) {
            let around = Around {
                position,
                at_ms: at.now_ms,
                actor: &actor,
                approver: approver.as_deref(),
                shift: shift.as_deref(),
            };
            for (index, view) in self.app.views.iter().enumerate() {
                for on in view.on.iter().filter(|on| on.event_type == event.wire.event_type) {
                    pending.push(index, on, &around, &event.wire.payload);
                }
            }
        }
        self.viewed = self.events.len();
        pending.into_batches()
    }

    /// A row that was written with one shift or approver, in a commit that names another, would not be the row that a
    /// rebuild makes.
    pub(crate) fn refuse_to_retell(&mut self) {
        if self.viewed > 0 {
            self.broken = Some("the shift or the approver changed after views were told");
        }
    }
}
