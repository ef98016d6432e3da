//! Given / when / then: tests of rules that read as sentences, without a file and without mocks.
//!
//! Events go through their stored form on the way in, so that what a test gives is what the journal would give.

use crate::fold::{Shape, Slot};
use crate::policy::StreamKey;
use crate::{Decider, Effect, EventRow, EventSet, Fault, Loaded, Policy, Txn, Wire};
use kernel::{CommandId, CorrelationId, Moment, OperatorId, Uuid};
use serde::Serialize;
use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::Arc;

/// A moment that never changes: 2026-03-02 10:00 UTC, operator 1.
pub fn moment() -> Moment {
    Moment {
        now_ms: 1_772_445_600_000,
        highest_ms: 1_772_445_600_000,
        offset_minutes: 120,
        actor: OperatorId(Uuid::from_u128(1)),
        approver: None,
        shift: None,
        command: CommandId(Uuid::from_u128(2)),
        correlation: CorrelationId(Uuid::from_u128(2)),
    }
}

/// A stream with this history.
pub fn given<D: Decider>(history: impl IntoIterator<Item = D::Event>) -> Given<D> {
    let state = history.into_iter().fold(D::State::default(), |state, event| D::evolve(state, &stored(&event)));
    Given { state, at: moment() }
}

/// A stream that has a history.
pub struct Given<D: Decider> {
    state: D::State,
    at: Moment,
}

impl<D: Decider> Given<D> {
    /// At another moment.
    #[must_use]
    pub fn at(mut self, at: Moment) -> Self {
        self.at = at;
        self
    }

    /// Somebody asks this.
    pub fn when(self, command: D::Command) -> When<D> {
        let result = D::decide(&self.state, command, &self.at);
        When { state: self.state, result }
    }

    /// The state that the history gives.
    pub fn state(&self) -> &D::State {
        &self.state
    }
}

/// What came of a command.
pub struct When<D: Decider> {
    state: D::State,
    result: Result<Vec<D::Event>, D::Rejection>,
}

impl<D: Decider> When<D>
where
    D::Event: PartialEq + Debug,
    D::Rejection: PartialEq + Debug,
{
    /// Exactly these facts are recorded.
    #[track_caller]
    pub fn then(self, expected: impl IntoIterator<Item = D::Event>) -> D::State {
        let expected: Vec<D::Event> = expected.into_iter().collect();
        match self.result {
            Ok(events) => {
                assert_eq!(events, expected);
                events.iter().fold(self.state, |state, event| D::evolve(state, &stored(event)))
            }
            Err(rejection) => panic!("refused: {rejection:?}"),
        }
    }

    /// Nothing happens, and nobody is refused.
    #[track_caller]
    pub fn then_nothing(self) {
        self.then([]);
    }

    /// It is refused, for this reason.
    #[track_caller]
    pub fn then_refused(self, expected: D::Rejection) {
        match self.result {
            Ok(events) => panic!("not refused, but: {events:?}"),
            Err(rejection) => assert_eq!(rejection, expected),
        }
    }

    /// The state after the recorded facts.
    #[track_caller]
    pub fn state(self) -> D::State {
        match self.result {
            Ok(events) => events.iter().fold(self.state, |state, event| D::evolve(state, &stored(event))),
            Err(rejection) => panic!("refused: {rejection:?}"),
        }
    }
}

/// A fact that a policy is about to hear.
pub fn when_heard<P: Policy>(on: P::On) -> Heard<P> {
    Heard { on, slots: HashMap::new(), rows: Vec::new(), at: moment() }
}

/// A policy's test: what it hears, and what it finds.
pub struct Heard<P: Policy> {
    on: P::On,
    slots: HashMap<StreamKey, Slot>,
    rows: Vec<(&'static str, Vec<String>)>,
    at: Moment,
}

impl<P: Policy> Heard<P> {
    /// It finds this stream.
    #[must_use]
    pub fn stream<D: Decider>(mut self, id: Uuid, history: impl IntoIterator<Item = D::Event>) -> Self {
        let slot = self.slots.entry((D::KIND, id)).or_insert_with(|| Slot::blank(Shape::of::<D>()));
        for event in history {
            let wire = event.encode();
            slot.apply(wire.event_type, &wire.payload);
        }
        self
    }

    /// Its query `sql` finds these rows.
    #[must_use]
    pub fn rows<T: Serialize>(mut self, sql: &'static str, rows: impl IntoIterator<Item = T>) -> Self {
        let texts = rows.into_iter().map(|row| serde_json::to_string(&row).expect("rows are plain data")).collect();
        self.rows.push((sql, texts));
        self
    }

    /// At another moment.
    #[must_use]
    pub fn at(mut self, at: Moment) -> Self {
        self.at = at;
        self
    }

    /// Exactly these facts follow, in this order, whatever streams they go to.
    #[track_caller]
    pub fn then(self, expected: impl IntoIterator<Item = Wire>) -> Vec<Effect> {
        let reaction = P::react(&self.on, &self.at, &Loaded { slots: &self.slots, rows: &self.rows });
        let expected: Vec<Wire> = expected.into_iter().collect();
        let found: Vec<Wire> = reaction.events().cloned().collect();
        let readable = |wires: &[Wire]| -> Vec<String> {
            wires.iter().map(|w| format!("{} {}", w.event_type, String::from_utf8_lossy(&w.payload))).collect()
        };
        assert_eq!(readable(&found), readable(&expected));
        let undeclared = found.iter().find(|wire| !P::RECORDS.contains(&wire.event_type));
        assert_eq!(undeclared, None, "{} must declare what it records", P::NAME);
        reaction.effects().to_vec()
    }
}

/// What the policies would record if they heard a stored fact once more, after everything that has happened since.
/// Nothing is recorded.
pub async fn heard_again(txn: &mut Txn, row: &EventRow) -> Result<Vec<Wire>, Fault> {
    let app = Arc::clone(&txn.app);
    let Some(payload) = app.current(&row.event_type, row.schema_version, &row.payload) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for policy in app.policies.iter().filter(|policy| policy.listens_to() == row.event_type) {
        let heard = policy.hear(&payload)?;
        let rows = txn.gather(heard.needs()).await?;
        let reaction = heard.react(&txn.gesture.at, &Loaded { slots: &txn.slots, rows: &rows })?;
        found.extend(reaction.events().cloned());
    }
    Ok(found)
}

fn stored<E: EventSet>(event: &E) -> E {
    let wire = event.encode();
    E::decode(wire.event_type, &wire.payload).expect("an event reads back what it wrote")
}
