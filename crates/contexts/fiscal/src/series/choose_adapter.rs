//! Who submits documents.

use super::{Adapter, AdapterChosen, Event, ReceiptSeries};

/// Chooses who submits documents from now on: `AdapterChosen`, or nothing where it is chosen already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChooseAdapter {
    /// The adapter's own name.
    pub adapter: String,
    /// Whether it submits anything.
    pub submits: bool,
}

impl ChooseAdapter {
    pub(super) fn decide(self, state: &ReceiptSeries) -> Vec<Event> {
        let Self { adapter, submits } = self;
        let chosen = state.adapter.as_ref() == Some(&Adapter { name: adapter.clone(), submits });
        if chosen { Vec::new() } else { vec![AdapterChosen { adapter, submits }.into()] }
    }
}
