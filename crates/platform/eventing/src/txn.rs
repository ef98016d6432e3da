//! One gesture: a script of commands in one transaction.

use crate::chain::Durability;
use crate::fold::{Shape, Slot};
use crate::opening::{Asked, Opening};
use crate::policy::{Append, Loaded, Need, NeedKind, StreamKey};
use crate::writer::{Condition, Writer};
use crate::{App, Decider, Effect, EventSet, Fault, Wire, load};
use kernel::{Moment, Uuid};
use sqlx::Row as _;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::OwnedMutexGuard;

/// The most that one commit may hold, unless its script names another number ([`Txn::allow_events`]). A chain of
/// policies that passes it is a bug and rolls back.
pub const MAX_EVENTS_PER_COMMIT: usize = 4_096;

/// Who asks for what, before the transaction begins.
#[derive(Debug, Clone)]
pub struct Gesture {
    /// Its name, such as `checkout.pay_cash`; stored with the commit.
    pub name: &'static str,
    /// Who, when, why. `highest_ms` is corrected by the journal.
    pub at: Moment,
    /// What it must survive.
    pub durability: Durability,
    /// SHA-256 of its name and content: the same command id with another content is an error.
    pub fingerprint: [u8; 32],
}

/// A transaction, or the answer that this command got the first time.
#[expect(clippy::large_enum_variant, reason = "made once a gesture and taken apart at once")]
pub enum Begun {
    /// Nothing is known of this command yet.
    Fresh(Txn),
    /// It was done; this is the stored reply.
    Repeated(Vec<u8>),
}

/// An event of this transaction that is not written yet.
pub(crate) struct NewEvent {
    pub(crate) stream: StreamKey,
    pub(crate) version: i64,
    pub(crate) wire: Wire,
}

/// One commit being built: streams are read once, events kept in order, everything is written at the end.
///
/// Dropped without [`Txn::commit`], it leaves nothing behind.
pub struct Txn {
    pub(crate) app: Arc<App>,
    pub(crate) writer: OwnedMutexGuard<Writer>,
    pub(crate) gesture: Gesture,
    pub(crate) slots: HashMap<StreamKey, Slot>,
    /// Rows that were read when it began.
    asked: Vec<Asked>,
    pub(crate) events: Vec<NewEvent>,
    reacted: usize,
    most_events: usize,
    pub(crate) effects: Vec<Effect>,
    /// How many of the events are in the views already.
    pub(crate) viewed: usize,
    /// Why it must not be committed.
    pub(crate) broken: Option<&'static str>,
}

impl Txn {
    /// Opens the transaction, asks whether its command was done before, and reads what the script will need.
    pub(crate) async fn begin(
        app: Arc<App>,
        mut writer: OwnedMutexGuard<Writer>,
        mut gesture: Gesture,
        reads: Vec<Need>,
    ) -> Result<Begun, Fault> {
        gesture.at.highest_ms = writer.head.see(gesture.at.now_ms);
        let opening = Opening::new(&writer, &gesture, reads);
        writer.condition = Condition::LeftOpen;
        if gesture.durability == Durability::Normal {
            // Said before it is so: a beginning that fails, or is given up, may have come that far.
            writer.durability = Durability::Normal;
        }
        let found = match opening.read(&app, writer.connection()).await {
            Ok(found) => found,
            Err(fault) => {
                writer.abandon(Some(&fault)).await;
                return Err(fault);
            }
        };
        writer.durability = gesture.durability;
        if let Some((fingerprint, reply)) = found.known {
            writer.abandon(None).await;
            return if fingerprint == gesture.fingerprint {
                Ok(Begun::Repeated(reply))
            } else {
                Err(Fault::CommandReused)
            };
        }
        Ok(Begun::Fresh(Self {
            app,
            writer,
            gesture,
            slots: found.slots,
            asked: found.asked,
            events: Vec::new(),
            reacted: 0,
            most_events: MAX_EVENTS_PER_COMMIT,
            effects: Vec::new(),
            viewed: 0,
            broken: None,
        }))
    }

    /// The moment that rules run in.
    pub fn at(&self) -> &Moment {
        &self.gesture.at
    }

    /// Binds the commit to a shift that was opened within it, or that was looked up after it began. Comes before any
    /// query of views: their rows name the shift.
    pub fn set_shift(&mut self, shift: Option<kernel::ShiftId>) {
        if self.gesture.at.shift != shift {
            self.gesture.at.shift = shift;
            self.refuse_to_retell();
        }
    }

    /// Names the second operator, once a permission check inside the transaction has accepted the approval. Comes
    /// before any query of views: their rows name the operator.
    pub fn set_approver(&mut self, approver: Option<kernel::OperatorId>) {
        if self.gesture.at.approver != approver {
            self.gesture.at.approver = approver;
            self.refuse_to_retell();
        }
    }

    /// Reads many streams in one query, so that the commands that follow find them.
    pub async fn prefetch(&mut self, needs: Vec<Need>) -> Result<(), Fault> {
        let streams: Vec<(Shape, Uuid)> = needs
            .into_iter()
            .filter_map(|need| match need.0 {
                NeedKind::Stream(shape, id) => Some((shape, id)),
                NeedKind::Rows { .. } => None,
            })
            .collect();
        self.load(streams.into_iter()).await
    }

    /// A stream's state, with everything that this transaction has recorded so far.
    pub async fn state<D: Decider>(&mut self, id: Uuid) -> Result<&D::State, Fault> {
        self.load(std::iter::once((Shape::of::<D>(), id))).await?;
        Ok(self.slots.get(&(D::KIND, id)).expect("it was just loaded").state::<D>())
    }

    /// How many events the stream has, those of this transaction included.
    pub async fn version<D: Decider>(&mut self, id: Uuid) -> Result<i64, Fault> {
        self.load(std::iter::once((Shape::of::<D>(), id))).await?;
        Ok(self.slots.get(&(D::KIND, id)).expect("it was just loaded").version)
    }

    /// Decides, appends, and lets every policy react, breadth first. A rejection records nothing; the script then
    /// returns it and drops the transaction.
    pub async fn run<D: Decider>(&mut self, id: Uuid, command: D::Command) -> Result<Result<(), D::Rejection>, Fault> {
        self.load(std::iter::once((Shape::of::<D>(), id))).await?;
        let slot = self.slots.get(&(D::KIND, id)).expect("it was just loaded");
        refuse_unknown(slot)?;
        if let Some(why) = self.broken {
            return Err(Fault::Invariant(why.to_owned()));
        }
        let events = match D::decide(slot.state::<D>(), command, &self.gesture.at) {
            Ok(events) => events,
            Err(rejection) => return Ok(Err(rejection)),
        };
        // Until every policy has reacted, what is recorded is half of something.
        self.broken = Some("a command failed half-way, and its transaction went on");
        self.append(Append { shape: Shape::of::<D>(), id, events: events.iter().map(EventSet::encode).collect() })?;
        self.react().await?;
        self.broken = None;
        Ok(Ok(()))
    }

    /// What this transaction has recorded of one type so far, policies included.
    pub fn recorded<F: kernel::Fact>(&self) -> Vec<F> {
        let of_type = self.events.iter().filter(|event| event.wire.event_type == F::TYPE);
        of_type.filter_map(|event| crate::decode(&event.wire.payload)).collect()
    }

    /// Lets this commit hold more than [`MAX_EVENTS_PER_COMMIT`]: an import that goes in whole or not at all knows how
    /// much it records. Everything stays in memory until the commit; [`Txn::connection`] hands the views what there is
    /// so far, so that their share of it stays small.
    pub fn allow_events(&mut self, most: usize) {
        self.most_events = self.most_events.max(most);
    }

    /// Queues work in the world that hangs on this commit.
    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Ends the transaction without writing anything.
    pub async fn rollback(mut self) {
        self.writer.abandon(None).await;
    }

    async fn load(&mut self, wanted: impl Iterator<Item = (Shape, Uuid)>) -> Result<(), Fault> {
        let wanted: Vec<(Shape, Uuid)> = wanted.collect();
        for (shape, id) in &wanted {
            let stream = (shape.kind, *id);
            if let Some(kept) = self.writer.kept.take(&stream) {
                self.slots.insert(stream, kept);
            }
        }
        let (own, wanted) = (self.writer.head.log, wanted.into_iter());
        load::load(&self.app, self.writer.connection(), own, wanted, &mut self.slots).await
    }

    fn append(&mut self, append: Append) -> Result<(), Fault> {
        let stream = (append.shape.kind, append.id);
        let slot = self.slots.get_mut(&stream).expect("a stream is loaded before it is appended to");
        refuse_unknown(slot)?;
        for wire in append.events {
            slot.version += 1;
            slot.apply(wire.event_type, &wire.payload);
            self.events.push(NewEvent { stream, version: slot.version, wire });
        }
        Ok(())
    }

    /// Hands every event that was not heard yet to the policies that listen to it, first in, first out.
    async fn react(&mut self) -> Result<(), Fault> {
        while self.reacted < self.events.len() {
            if self.events.len() > self.most_events {
                return Err(Fault::Runaway(self.most_events));
            }
            let event = self.reacted;
            self.reacted += 1;
            let app = Arc::clone(&self.app);
            let event_type = self.events[event].wire.event_type;
            for policy in app.policies.iter().filter(|policy| policy.listens_to() == event_type) {
                let heard = policy.hear(&self.events[event].wire.payload)?;
                let rows = self.gather(heard.needs()).await?;
                let loaded = Loaded { slots: &self.slots, rows: &rows };
                let reaction = heard.react(&self.gesture.at, &loaded)?;
                let streams: Vec<(Shape, Uuid)> = reaction.appends.iter().map(|a| (a.shape, a.id)).collect();
                self.load(streams.into_iter()).await?;
                for append in reaction.appends {
                    self.append(append)?;
                }
                self.effects.extend(reaction.effects);
            }
        }
        Ok(())
    }

    /// Loads what a policy named: all its streams in one query, then its rows.
    pub(crate) async fn gather(&mut self, needs: Vec<Need>) -> Result<Vec<(&'static str, Vec<String>)>, Fault> {
        let mut streams = Vec::new();
        let mut rows = Vec::new();
        for need in needs {
            match need.0 {
                NeedKind::Stream(shape, id) => streams.push((shape, id)),
                NeedKind::Rows { view, sql, keys } => rows.push((view, sql, keys)),
            }
        }
        self.load(streams.into_iter()).await?;
        let mut found = Vec::new();
        for (view, sql, keys) in rows {
            let view = self.app.view_named(view)?;
            if let Some(asked) = self.asked.iter().find(|asked| asked.is(sql, &keys))
                && !self.has_told(view)
            {
                found.push((sql, asked.rows.clone()));
                continue;
            }
            if self.has_unviewed(view) {
                self.connection().await?;
            }
            let texts = sqlx::query(sql).bind(keys).fetch_all(self.writer.connection()).await?;
            found.push((sql, texts.iter().map(|row| row.get(0)).collect()));
        }
        Ok(found)
    }
}

fn refuse_unknown(slot: &Slot) -> Result<(), Fault> {
    match &slot.unknown {
        Some(event_type) => Err(Fault::NeedsUpdate { kind: slot.shape.kind, event_type: event_type.clone() }),
        None => Ok(()),
    }
}
