//! The journal and the way a command runs through it: gather → decide → commit → react.
//!
//! A context writes pure rules ([`Decider`]), reactions to what happened elsewhere ([`Policy`]) and read models as
//! data ([`View`]). An [`App`] collects them; a [`Store`] is one SQLite file that they run against, one [`Txn`] a
//! gesture.

#![deny(missing_docs)]

mod app;
mod chain;
mod commit;
mod copy;
mod decider;
mod effect;
mod fault;
mod flush;
mod fold;
mod journal;
mod load;
mod look;
mod open;
mod opening;
mod policy;
mod rebuild;
mod secret;
mod snapshot;
mod store;
pub mod testing;
mod txn;
mod verify;
mod view;
mod writer;

pub use app::{App, Route};
pub use chain::Durability;
pub use decider::{Decider, EventSet, FactEntry, Wire, decode, encode};
pub use effect::{Effect, EffectQueue, EffectState, Leased, OnLostLease, Queued};
pub use fault::{Fault, OpenError};
pub use journal::{EventRow, Head};
pub use kernel::fact;
pub use open::{Options, Progress, Stage, WriteAheadLog};
pub use policy::{Append, Loaded, Need, Policy, Reaction};
pub use sqlx;
pub use store::Store;
pub use txn::{Begun, Gesture, MAX_EVENTS_PER_COMMIT, Txn};
pub use verify::{BadRow, Verified};
pub use view::{Invariant, On, View};
pub use writer::Kept;

/// Streams whose state is this many events past its snapshot get a new one.
pub const SNAPSHOT_EVERY_EVENTS: i64 = 64;
