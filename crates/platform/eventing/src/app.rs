//! Everything that runs over one journal: aggregates, policies, views.

use crate::fold::Shape;
use crate::policy::{Erased, ErasedPolicy};
use crate::{Decider, EventSet, FactEntry, Fault, Policy, View};
use std::borrow::Cow;
use std::collections::HashMap;
use std::marker::PhantomData;

/// The registry. Order matters: views run in the order of registration, and so do policies that share a fact.
#[derive(Default)]
pub struct App {
    pub(crate) facts: HashMap<&'static str, FactEntry>,
    pub(crate) shapes: HashMap<&'static str, Shape>,
    pub(crate) policies: Vec<Box<dyn ErasedPolicy>>,
    pub(crate) views: Vec<&'static View>,
    records: Vec<(&'static str, Vec<&'static str>)>,
}

/// One edge of the choreography, for the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The fact that starts it.
    pub listens_to: &'static str,
    /// The policy.
    pub policy: &'static str,
    /// What it may record.
    pub records: &'static [&'static str],
}

impl App {
    /// Adds an aggregate.
    #[must_use]
    pub fn decider<D: Decider>(mut self) -> Self {
        let twice = self.shapes.insert(D::KIND, Shape::of::<D>());
        assert!(twice.is_none(), "{} is registered twice", D::KIND);
        for fact in D::Event::FACTS {
            self.facts.insert(fact.event_type, *fact);
        }
        self.records.push((D::KIND, D::Event::FACTS.iter().map(|fact| fact.event_type).collect()));
        self
    }

    /// Adds a policy.
    #[must_use]
    pub fn policy<P: Policy>(mut self) -> Self {
        self.policies.push(Box::new(Erased::<P>(PhantomData)));
        self
    }

    /// Adds a view.
    #[must_use]
    pub fn view(mut self, view: &'static View) -> Self {
        self.views.push(view);
        self
    }

    /// Every registered fact: stored name and current version, sorted.
    pub fn facts(&self) -> Vec<(&'static str, u16)> {
        let mut facts: Vec<_> = self.facts.values().map(|fact| (fact.event_type, fact.version)).collect();
        facts.sort_unstable();
        facts
    }

    /// Every kind of stream with the facts that it records.
    pub fn streams(&self) -> &[(&'static str, Vec<&'static str>)] {
        &self.records
    }

    /// The choreography, as edges.
    pub fn routes(&self) -> Vec<Route> {
        let edge = |policy: &dyn ErasedPolicy| Route {
            listens_to: policy.listens_to(),
            policy: policy.name(),
            records: policy.records(),
        };
        self.policies.iter().map(|policy| edge(policy.as_ref())).collect()
    }

    /// The views.
    pub fn views(&self) -> &[&'static View] {
        &self.views
    }

    /// A payload in its current shape; None for a type or a version that this program does not know.
    pub fn current<'a>(&self, event_type: &str, version: u16, payload: &'a [u8]) -> Option<Cow<'a, [u8]>> {
        let fact = self.facts.get(event_type)?;
        if version == fact.version {
            return Some(Cow::Borrowed(payload));
        }
        if version > fact.version {
            return None;
        }
        let old = serde_json::from_slice(payload).ok()?;
        serde_json::to_vec(&(fact.upcast)(version, old)).ok().map(Cow::Owned)
    }

    /// Reads a payload of any version as the fact that it is, and writes that fact as this program does; None for
    /// what cannot be read. A payload of the current version comes back as it was.
    pub fn reads(&self, event_type: &str, version: u16, payload: &[u8]) -> Option<Vec<u8>> {
        let current = self.current(event_type, version, payload)?;
        (self.facts.get(event_type)?.retell)(&current)
    }

    /// The stored name as this program spells it.
    pub(crate) fn known(&self, event_type: &str) -> Option<&'static str> {
        self.facts.get(event_type).map(|fact| fact.event_type)
    }

    pub(crate) fn view_named(&self, name: &'static str) -> Result<usize, Fault> {
        let found = self.views.iter().position(|view| view.name == name);
        found.ok_or_else(|| Fault::Invariant(format!("view {name} is not registered")))
    }
}
