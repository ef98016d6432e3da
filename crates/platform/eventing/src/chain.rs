//! The hash chain: SHA-256 over the stored bytes and the commit's metadata, previous hash first.
//!
//! Fields are length-prefixed and the domain is named, so that no two different records hash the same bytes.

use kernel::{ClockQuality, Uuid};
use sha2::{Digest, Sha256};

/// What a commit survives. Edits of a cart survive a crash of the program; what acknowledges money, stock or
/// identity survives a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// `synchronous=NORMAL`: no sync.
    Normal,
    /// `synchronous=FULL`: one sync.
    Full,
}

impl Durability {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Full => "full",
        }
    }
}

pub(crate) const fn clock_name(quality: ClockQuality) -> &'static str {
    match quality {
        ClockQuality::Ok => "ok",
        ClockQuality::SetBack => "set_back",
    }
}

/// A SHA-256 value.
pub(crate) type Hash = [u8; 32];

/// Where a log's chain begins.
pub(crate) fn genesis(log_id: Uuid) -> Hash {
    let mut fields = Fields::new(b"minas.log.v1");
    fields.bytes(log_id.as_bytes());
    fields.finish()
}

/// What the chain covers of a commit. Its number is not part of that: a file gives its own to what comes from other
/// logs. The command's id tells two commits apart.
pub(crate) struct CommitFields<'a> {
    pub(crate) log_id: Uuid,
    pub(crate) commit_no: i64,
    pub(crate) gesture: &'a str,
    pub(crate) command: &'a [u8],
    pub(crate) correlation: &'a [u8],
    pub(crate) actor: &'a [u8],
    pub(crate) approver: Option<&'a [u8]>,
    pub(crate) shift: Option<&'a [u8]>,
    pub(crate) at_ms: i64,
    pub(crate) highest_ms: i64,
    pub(crate) offset_minutes: i64,
    pub(crate) clock: &'a str,
    pub(crate) durability: &'a str,
    pub(crate) app_version: &'a str,
}

impl CommitFields<'_> {
    pub(crate) fn digest(&self) -> Hash {
        let mut fields = Fields::new(b"minas.commit.v1");
        fields.bytes(self.log_id.as_bytes());
        fields.bytes(self.gesture.as_bytes());
        fields.bytes(self.command);
        fields.bytes(self.correlation);
        fields.bytes(self.actor);
        fields.optional(self.approver);
        fields.optional(self.shift);
        fields.number(self.at_ms);
        fields.number(self.highest_ms);
        fields.number(self.offset_minutes);
        fields.bytes(self.clock.as_bytes());
        fields.bytes(self.durability.as_bytes());
        fields.bytes(self.app_version.as_bytes());
        fields.finish()
    }
}

/// What the chain covers of an event.
pub(crate) struct EventFields<'a> {
    pub(crate) seq: i64,
    pub(crate) kind: &'a str,
    pub(crate) stream: &'a [u8],
    pub(crate) version: i64,
    pub(crate) event_type: &'a str,
    pub(crate) schema_version: i64,
    pub(crate) at_ms: i64,
    pub(crate) hlc: Option<i64>,
    pub(crate) payload: &'a [u8],
}

impl EventFields<'_> {
    pub(crate) fn hash(&self, previous: &Hash, commit: &Hash) -> Hash {
        let mut fields = Fields::new(b"minas.event.v1");
        fields.bytes(previous);
        fields.bytes(commit);
        fields.number(self.seq);
        fields.bytes(self.kind.as_bytes());
        fields.bytes(self.stream);
        fields.number(self.version);
        fields.bytes(self.event_type.as_bytes());
        fields.number(self.schema_version);
        fields.number(self.at_ms);
        match self.hlc {
            Some(hlc) => fields.bytes(&hlc.to_be_bytes()),
            None => fields.bytes(b""),
        }
        fields.bytes(self.payload);
        fields.finish()
    }
}

/// Length-prefixed fields, hashed as they come.
struct Fields(Vec<u8>);

impl Fields {
    fn new(domain: &[u8]) -> Self {
        let mut bytes = Vec::with_capacity(512);
        bytes.extend_from_slice(domain);
        Self(bytes)
    }

    fn bytes(&mut self, field: &[u8]) {
        self.0.extend_from_slice(&(field.len() as u64).to_be_bytes());
        self.0.extend_from_slice(field);
    }

    fn number(&mut self, field: i64) {
        self.bytes(&field.to_be_bytes());
    }

    /// Nothing is a length of its own, so that absent and empty differ.
    fn optional(&mut self, field: Option<&[u8]>) {
        match field {
            Some(field) => self.bytes(field),
            None => self.0.extend_from_slice(&u64::MAX.to_be_bytes()),
        }
    }

    fn finish(self) -> Hash {
        Sha256::digest(&self.0).into()
    }
}
