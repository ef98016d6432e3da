//! What the till tells the others.

use kernel::fact;
use kernel::{Money, RegisterId, ShiftId};
use serde::{Deserialize, Serialize};

/// How often one coin or note lay in the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "contracts/")]
pub struct Pieces {
    /// The coin or note.
    pub value: Money,
    /// How many.
    pub pieces: u32,
}

fact! {
    /// A till's accountability begins.
    ShiftOpened, "till.shift.opened", v 1, {
        /// The shift.
        shift: ShiftId,
        /// The register.
        register: RegisterId,
        /// The shift's number on this register, from 1.
        number: u32,
        /// What lies in the drawer.
        float: Money,
    }
}

fact! {
    /// A till's accountability ends. Over/short is counted − expected.
    ShiftClosed, "till.shift.closed", v 1, {
        /// The shift.
        shift: ShiftId,
        /// What was counted, without seeing what was expected.
        counted: Money,
        /// Float + Σ (cash taken − change) − cash given back.
        expected: Money,
        /// Counted − expected.
        over_short: Money,
        /// What was counted, piece by piece, largest first; empty where only a sum was given.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pieces: Vec<Pieces>,
    }
}
