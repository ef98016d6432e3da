//! Read models as data: each view says which tables it owns and which statement a kind of event runs.

/// A disposable read model. It is dropped and rebuilt from the journal when its version changes.
pub struct View {
    /// The name, such as `inventory_stock_level`; also the prefix of its tables.
    pub name: &'static str,
    /// Raised when the tables or the statements change.
    pub version: u32,
    /// Every table that it owns.
    pub tables: &'static [&'static str],
    /// Creates the tables and their indexes.
    pub ddl: &'static str,
    /// What it does when something happened.
    pub on: &'static [On],
}

/// Makes what a view's statement reads out of a payload; None leaves the event out.
pub(crate) type Shaping = fn(&[u8]) -> Option<String>;

/// One reaction of a view: the statements to run for the events of one type.
pub struct On {
    pub(crate) event_type: &'static str,
    pub(crate) sql: &'static str,
    pub(crate) shape: Option<Shaping>,
    /// What runs instead of `sql` while the view is made anew.
    anew: Option<&'static str>,
}

/// Of statements that run once, when a view that is made anew begins.
const BEFORE_ALL: &str = "(before all)";

/// Of statements that run once, when a view that is made anew has been handed every event.
const AFTER_ALL: &str = "(after all)";

impl On {
    /// Runs `sql` for events of `event_type`.
    ///
    /// The text may hold several statements; each reads its rows from `json_each(?1)`, whose elements are
    /// `{"position", "at", "actor", "approver", "shift", "p"}`, where `p` is the payload. Events of one type that
    /// follow each other are handed over together, so a statement must not depend on being run once for each.
    pub const fn new(event_type: &'static str, sql: &'static str) -> Self {
        Self { event_type, sql, shape: None, anew: None }
    }

    /// The same, with `p` made by a pure function of the payload (folded search text, say); None leaves the event
    /// out.
    pub const fn shaped(event_type: &'static str, sql: &'static str, shape: Shaping) -> Self {
        Self { event_type, sql, shape: Some(shape), anew: None }
    }

    /// The same, but while the view is made anew `sql` runs instead: it may leave out what [`On::after_all`] makes
    /// good, so that an index is filled once and in its order rather than row by row.
    #[must_use]
    pub const fn anew(mut self, sql: &'static str) -> Self {
        self.anew = Some(sql);
        self
    }

    /// Runs `sql` once, when a view that is made anew has its empty tables. It reads no events.
    pub const fn before_all(sql: &'static str) -> Self {
        Self { event_type: BEFORE_ALL, sql, shape: None, anew: None }
    }

    /// Runs `sql` once, when a view that is made anew has been handed every event. It reads no events.
    pub const fn after_all(sql: &'static str) -> Self {
        Self { event_type: AFTER_ALL, sql, shape: None, anew: None }
    }
}

/// What a view's statement may know of an event beside its payload.
pub(crate) struct Around<'a> {
    pub(crate) position: i64,
    pub(crate) at_ms: i64,
    pub(crate) actor: &'a str,
    pub(crate) approver: Option<&'a str>,
    pub(crate) shift: Option<&'a str>,
}

/// Rows that wait to be written for one view: consecutive events of one statement, as one JSON array.
pub(crate) struct Batch {
    pub(crate) view: usize,
    pub(crate) sql: &'static str,
    elements: String,
}

impl Batch {
    pub(crate) fn json(&self) -> String {
        format!("[{}]", self.elements)
    }
}

/// The rows of a transaction (or of a rebuild) on their way to their tables, in order within each view.
#[derive(Default)]
pub(crate) struct Pending {
    batches: Vec<Batch>,
    anew: bool,
}

impl Pending {
    /// Rows of views that are made anew.
    pub(crate) fn anew() -> Self {
        Self { batches: Vec::new(), anew: true }
    }

    /// Queues what `view` does with one event.
    pub(crate) fn push(&mut self, view: usize, on: &On, around: &Around<'_>, payload: &[u8]) {
        let Some(element) = element(on, around, payload) else { return };
        let sql = on.anew.filter(|_| self.anew).unwrap_or(on.sql);
        match self.batches.iter_mut().rev().find(|batch| batch.view == view) {
            Some(last) if std::ptr::eq(last.sql, sql) => {
                last.elements.push(',');
                last.elements.push_str(&element);
            }
            _ => self.batches.push(Batch { view, sql, elements: element }),
        }
    }

    pub(crate) fn into_batches(self) -> Vec<Batch> {
        self.batches
    }
}

fn element(on: &On, around: &Around<'_>, payload: &[u8]) -> Option<String> {
    use std::fmt::Write;
    let shaped;
    let payload = match on.shape {
        Some(shape) => {
            shaped = shape(payload)?;
            shaped.as_str()
        }
        None => std::str::from_utf8(payload).ok()?,
    };
    let mut text = String::with_capacity(payload.len() + 160);
    let quoted = |id: Option<&str>| id.map_or_else(|| "null".to_owned(), |id| format!("\"{id}\""));
    write!(
        text,
        "{{\"position\":{},\"at\":{},\"actor\":\"{}\",\"approver\":{},\"shift\":{},\"p\":{payload}}}",
        around.position,
        around.at_ms,
        around.actor,
        quoted(around.approver),
        quoted(around.shift),
    )
    .expect("writing to a string cannot fail");
    Some(text)
}

impl View {
    /// What runs before the first event when the view is made anew.
    pub(crate) fn before_all(&self) -> impl Iterator<Item = &'static str> {
        self.on.iter().filter(|on| on.event_type == BEFORE_ALL).map(|on| on.sql)
    }

    /// What runs behind the last event when the view is made anew.
    pub(crate) fn after_all(&self) -> impl Iterator<Item = &'static str> {
        self.on.iter().filter(|on| on.event_type == AFTER_ALL).map(|on| on.sql)
    }
}

/// Something that must hold over the whole file. `sql` returns one text for each offence, and nothing when it holds.
#[derive(Debug, Clone, Copy)]
pub struct Invariant {
    /// What holds, as a sentence.
    pub name: &'static str,
    /// The offences.
    pub sql: &'static str,
}
