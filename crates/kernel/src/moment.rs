//! Who, when and why: everything that a pure rule may know about the moment it runs in.

use crate::{CommandId, CorrelationId, OperatorId, ShiftId};
use serde::{Deserialize, Serialize};

/// How far the register's clock can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "kernel/")]
pub enum ClockQuality {
    /// Not behind anything that the journal has seen.
    Ok,
    /// Behind the highest time in the journal: somebody set the clock back.
    SetBack,
}

/// The moment of one gesture. Made once, at the edge; rules read it and never ask a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The register's clock, in milliseconds since 1970 UTC.
    pub now_ms: i64,
    /// The highest time known to this register: `now_ms`, or what the journal has already seen if that is later.
    /// Time-outs that guard something (a lockout) count on this, so that moving the clock opens nothing.
    pub highest_ms: i64,
    /// Minutes east of UTC at the store, as the register's clock had it.
    pub offset_minutes: i32,
    /// The signed-on operator who acts.
    pub actor: OperatorId,
    /// The second operator who approved this one act, when there was one.
    pub approver: Option<OperatorId>,
    /// The shift that the act belongs to, when one is open.
    pub shift: Option<ShiftId>,
    /// The gesture's id.
    pub command: CommandId,
    /// The chain that this gesture belongs to.
    pub correlation: CorrelationId,
}

impl Moment {
    /// Whether the clock is behind the journal.
    pub fn clock_quality(&self) -> ClockQuality {
        if self.now_ms < self.highest_ms { ClockQuality::SetBack } else { ClockQuality::Ok }
    }
}
