//! What a context's aggregate looks like to the journal.

use kernel::{Fact, Moment};
use serde::{Serialize, de::DeserializeOwned};

/// An event on its way to or from the journal: stored name, schema version, JSON bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wire {
    /// The stored name.
    pub event_type: &'static str,
    /// The schema version of `payload`.
    pub version: u16,
    /// The exact bytes that are stored and hashed.
    pub payload: Vec<u8>,
}

/// One entry of an aggregate's list of facts: its stored name, current version and upcaster.
#[derive(Debug, Clone, Copy)]
pub struct FactEntry {
    pub(crate) event_type: &'static str,
    pub(crate) version: u16,
    pub(crate) upcast: fn(u16, serde_json::Value) -> serde_json::Value,
    pub(crate) retell: fn(&[u8]) -> Option<Vec<u8>>,
}

impl FactEntry {
    /// The entry of `F`.
    pub const fn of<F: Fact>() -> Self {
        Self { event_type: F::TYPE, version: F::VERSION, upcast: F::upcast, retell: retell::<F> }
    }
}

/// An aggregate's own event enum: each variant wraps one [`Fact`], its own or a contract's. Made by [`events!`].
///
/// [`events!`]: crate::events
pub trait EventSet: Sized + Clone + Send + Sync + 'static {
    /// Every fact that this aggregate can record.
    const FACTS: &'static [FactEntry];

    /// The form that is stored.
    fn encode(&self) -> Wire;

    /// Reads a payload of the current version; None for a type that is not in [`EventSet::FACTS`] or that does not
    /// parse.
    fn decode(event_type: &str, payload: &[u8]) -> Option<Self>;
}

/// The stored form of a fact.
pub fn encode<F: Fact>(fact: &F) -> Wire {
    let payload = serde_json::to_vec(fact).expect("facts are plain data");
    Wire { event_type: F::TYPE, version: F::VERSION, payload }
}

/// A fact from a payload of its current version.
pub fn decode<F: Fact>(payload: &[u8]) -> Option<F> {
    serde_json::from_slice(payload).ok()
}

/// Reads a payload of the current version and writes it again.
fn retell<F: Fact>(payload: &[u8]) -> Option<Vec<u8>> {
    decode::<F>(payload).map(|fact| encode(&fact).payload)
}

/// Declares an aggregate's event enum: one variant for each fact, `From` for each, and [`EventSet`].
#[macro_export]
macro_rules! events {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($fact:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        $vis enum $name { $(#[doc = "See the fact of the same name."] $fact($fact)),* }

        $(impl From<$fact> for $name {
            fn from(fact: $fact) -> Self {
                Self::$fact(fact)
            }
        })*

        impl $crate::EventSet for $name {
            const FACTS: &'static [$crate::FactEntry] = &[$($crate::FactEntry::of::<$fact>()),*];

            fn encode(&self) -> $crate::Wire {
                match self { $(Self::$fact(fact) => $crate::encode(fact)),* }
            }

            fn decode(event_type: &str, payload: &[u8]) -> Option<Self> {
                $(if event_type == <$fact as kernel::Fact>::TYPE {
                    return $crate::decode::<$fact>(payload).map(Self::$fact);
                })*
                None
            }
        }
    };
}

/// Pure rules over one stream: a command and the state so far give events or a rejection, and events give state.
pub trait Decider: Send + Sync + 'static {
    /// The stored name of the kind of stream, such as `orders.order`.
    const KIND: &'static str;
    /// Raised when `evolve` folds differently, so that old snapshots are not believed.
    const FOLD_VERSION: u16;
    /// The folded state; its default is a stream without events.
    type State: Default + Clone + Serialize + DeserializeOwned + Send + Sync + 'static;
    /// What can be asked of it.
    type Command: Send;
    /// What it can record.
    type Event: EventSet;
    /// Why it may refuse.
    type Rejection: Send;

    /// The rule. No IO, clock, randomness or logging.
    fn decide(state: &Self::State, command: Self::Command, at: &Moment) -> Result<Vec<Self::Event>, Self::Rejection>;

    /// Folds one event in. It cannot fail and holds no rule: a recorded event is already true.
    fn evolve(state: Self::State, event: &Self::Event) -> Self::State;
}
