//! Folding a stream without knowing its type: what a transaction keeps of each stream that it touches.

use crate::{Decider, EventSet, Fault};
use std::any::Any;

/// A stream's state, type-erased by the aggregate that owns it.
pub(crate) trait Fold: Send + Sync {
    /// Folds a payload of the current version in; false if the aggregate does not know the type.
    fn apply(&mut self, event_type: &str, payload: &[u8]) -> bool;
    fn snapshot(&self) -> Vec<u8>;
    fn restore(&mut self, state: &[u8]) -> Result<(), Fault>;
    fn state(&self) -> &(dyn Any + Send + Sync);
}

struct Folded<D: Decider>(D::State);

impl<D: Decider> Fold for Folded<D> {
    fn apply(&mut self, event_type: &str, payload: &[u8]) -> bool {
        match D::Event::decode(event_type, payload) {
            Some(event) => {
                self.0 = D::evolve(std::mem::take(&mut self.0), &event);
                true
            }
            None => false,
        }
    }

    fn snapshot(&self) -> Vec<u8> {
        serde_json::to_vec(&self.0).expect("state is plain data")
    }

    fn restore(&mut self, state: &[u8]) -> Result<(), Fault> {
        self.0 = serde_json::from_slice(state).map_err(|error| Fault::Snapshot { kind: D::KIND, error })?;
        Ok(())
    }

    fn state(&self) -> &(dyn Any + Send + Sync) {
        &self.0
    }
}

/// What the engine must know of an aggregate to load a stream of it.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) kind: &'static str,
    pub(crate) fold_version: u16,
    pub(crate) blank: fn() -> Box<dyn Fold>,
}

impl Shape {
    pub(crate) fn of<D: Decider>() -> Self {
        Self { kind: D::KIND, fold_version: D::FOLD_VERSION, blank: || Box::new(Folded::<D>(D::State::default())) }
    }
}

/// One stream within a transaction.
pub(crate) struct Slot {
    pub(crate) shape: Shape,
    pub(crate) version: i64,
    pub(crate) snapshot_version: i64,
    /// A type in the stream that this program does not know: it takes no command and no snapshot until the update.
    pub(crate) unknown: Option<String>,
    pub(crate) fold: Box<dyn Fold>,
}

impl Slot {
    pub(crate) fn blank(shape: Shape) -> Self {
        Self { shape, version: 0, snapshot_version: 0, unknown: None, fold: (shape.blank)() }
    }

    pub(crate) fn apply(&mut self, event_type: &str, payload: &[u8]) {
        if !self.fold.apply(event_type, payload) {
            self.unknown.get_or_insert_with(|| event_type.to_owned());
        }
    }

    pub(crate) fn state<D: Decider>(&self) -> &D::State {
        self.fold.state().downcast_ref().expect("a kind belongs to one aggregate; the app checks it")
    }
}
