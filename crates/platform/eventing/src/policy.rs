//! "When X happened elsewhere, we do Y": the choreography.

use crate::fold::{Shape, Slot};
use crate::{Decider, Effect, EventSet, Fault, Wire, decode};
use kernel::{Fact, Moment, Uuid};
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// A stream's identity: its kind and its id.
pub type StreamKey = (&'static str, Uuid);

/// A reaction to a fact. It is pure in two steps, because it must name what it reads before it may decide; and it
/// never refuses: it records one fact or the other.
pub trait Policy: Send + Sync + 'static {
    /// What it listens to.
    type On: Fact;
    /// Its name, such as `inventory.when_order_placed_reserve_stock`.
    const NAME: &'static str;
    /// The stored names of everything that it may record. Anything else is a fault.
    const RECORDS: &'static [&'static str];

    /// Names every stream, and every row of its own context's views, that it reads or appends to.
    fn needs(on: &Self::On) -> Vec<Need>;

    /// What follows. An empty [`Reaction`] where nothing does.
    fn react(on: &Self::On, at: &Moment, loaded: &Loaded<'_>) -> Reaction;
}

/// Something that a policy reads.
pub struct Need(pub(crate) NeedKind);

pub(crate) enum NeedKind {
    Stream(Shape, Uuid),
    Rows { view: &'static str, sql: &'static str, keys: String },
}

impl Need {
    /// A stream, folded.
    pub fn stream<D: Decider>(id: Uuid) -> Self {
        Self(NeedKind::Stream(Shape::of::<D>(), id))
    }

    /// Rows of a view of the policy's own context. `sql` takes `keys` (JSON) as `?1` and returns one column of JSON.
    pub fn rows(view: &'static str, sql: &'static str, keys: String) -> Self {
        Self(NeedKind::Rows { view, sql, keys })
    }
}

/// What a policy asked for.
pub struct Loaded<'a> {
    pub(crate) slots: &'a HashMap<StreamKey, Slot>,
    pub(crate) rows: &'a [(&'static str, Vec<String>)],
}

impl Loaded<'_> {
    /// The state of a stream that `needs` named.
    pub fn state<D: Decider>(&self, id: Uuid) -> &D::State {
        self.slots.get(&(D::KIND, id)).expect("a policy reads only what `needs` named").state::<D>()
    }

    /// The rows of a query that `needs` named.
    pub fn rows<T: DeserializeOwned>(&self, sql: &'static str) -> Vec<T> {
        let found = self.rows.iter().find(|(asked, _)| std::ptr::eq(*asked, sql));
        let texts = &found.expect("a policy reads only what `needs` named").1;
        texts.iter().map(|text| serde_json::from_str(text).expect("a view's query returns its own shape")).collect()
    }
}

/// Events for one stream, type-erased by the aggregate that owns them.
pub struct Append {
    pub(crate) shape: Shape,
    pub(crate) id: Uuid,
    pub(crate) events: Vec<Wire>,
}

impl Append {
    /// Events for stream `id`.
    pub fn to<D: Decider>(id: Uuid, events: Vec<D::Event>) -> Self {
        Self { shape: Shape::of::<D>(), id, events: events.iter().map(EventSet::encode).collect() }
    }
}

/// What a policy does: events to append, effects to queue.
#[derive(Default)]
pub struct Reaction {
    pub(crate) appends: Vec<Append>,
    pub(crate) effects: Vec<Effect>,
}

impl Reaction {
    /// Nothing.
    pub fn none() -> Self {
        Self::default()
    }

    /// Events for one stream.
    pub fn append<D: Decider>(id: Uuid, events: Vec<D::Event>) -> Self {
        Self::none().and_append::<D>(id, events)
    }

    /// And events for another.
    pub fn and_append<D: Decider>(mut self, id: Uuid, events: Vec<D::Event>) -> Self {
        if !events.is_empty() {
            self.appends.push(Append::to::<D>(id, events));
        }
        self
    }

    /// And work in the world, after the commit.
    pub fn and_effect(mut self, effect: Effect) -> Self {
        self.effects.push(effect);
        self
    }

    /// The stored names and payloads that it appends, for a test of the policy alone.
    pub fn events(&self) -> impl Iterator<Item = &Wire> {
        self.appends.iter().flat_map(|append| &append.events)
    }

    /// The effects that it queues, for a test of the policy alone.
    pub fn effects(&self) -> &[Effect] {
        &self.effects
    }
}

/// A policy, type-erased by the fact that it listens to.
pub(crate) trait ErasedPolicy: Send + Sync {
    fn name(&self) -> &'static str;
    fn listens_to(&self) -> &'static str;
    fn records(&self) -> &'static [&'static str];
    /// Reads the fact, once for both of its steps.
    fn hear(&self, payload: &[u8]) -> Result<Box<dyn Heard>, Fault>;
}

/// A policy and the fact that it listens to.
pub(crate) trait Heard: Send + Sync {
    fn needs(&self) -> Vec<Need>;
    fn react(&self, at: &Moment, loaded: &Loaded<'_>) -> Result<Reaction, Fault>;
}

struct HeardBy<P: Policy>(P::On);

pub(crate) struct Erased<P: Policy>(pub(crate) std::marker::PhantomData<fn() -> P>);

impl<P: Policy> ErasedPolicy for Erased<P> {
    fn name(&self) -> &'static str {
        P::NAME
    }

    fn listens_to(&self) -> &'static str {
        P::On::TYPE
    }

    fn records(&self) -> &'static [&'static str] {
        P::RECORDS
    }

    fn hear(&self, payload: &[u8]) -> Result<Box<dyn Heard>, Fault> {
        let on = decode::<P::On>(payload);
        let on = on.ok_or_else(|| Fault::Payload { position: 0, event_type: P::On::TYPE.to_owned() })?;
        Ok(Box::new(HeardBy::<P>(on)))
    }
}

impl<P: Policy> Heard for HeardBy<P> {
    fn needs(&self) -> Vec<Need> {
        P::needs(&self.0)
    }

    fn react(&self, at: &Moment, loaded: &Loaded<'_>) -> Result<Reaction, Fault> {
        let reaction = P::react(&self.0, at, loaded);
        let undeclared = reaction.events().map(|wire| wire.event_type).find(|ty| !P::RECORDS.contains(ty));
        match undeclared {
            Some(event_type) => Err(Fault::Undeclared { policy: P::NAME, event_type }),
            None => Ok(reaction),
        }
    }
}
