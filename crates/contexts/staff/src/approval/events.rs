//! What an override records.

use crate::{Fingerprint, Permission};
use kernel::OperatorId;
use serde::{Deserialize, Serialize};

/// Why an approval was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "staff/")]
pub enum RefusedBecause {
    /// The PIN was wrong.
    WrongPin,
    /// The approver may not do it either.
    NotPermitted,
}

eventing::fact! {
    /// A second operator lets one act pass.
    OverrideGranted, "staff.override.granted", v 1, {
        /// Who approved.
        approver: OperatorId,
        /// Who asked, and who alone may use it.
        asked_by: OperatorId,
        /// What the approver was asked to lend.
        permission: Permission,
        /// The act in the words that the approver read.
        text: String,
        /// The exact command.
        fingerprint: Fingerprint,
        /// The register's clock when it was granted: a clock that goes back behind it ends the override.
        clock_ms: i64,
        /// The end, by the highest time that the journal has seen.
        expires_ms: i64,
    }
}

eventing::fact! {
    /// A second operator was asked, and it came to nothing.
    OverrideRefused, "staff.override.refused", v 1, {
        /// Who was asked.
        approver: OperatorId,
        /// Who asked.
        asked_by: OperatorId,
        /// What it was about.
        permission: Permission,
        /// The act in words.
        text: String,
        /// Why.
        why: RefusedBecause,
    }
}

eventing::fact! {
    /// The act was done.
    OverrideUsed, "staff.override.used", v 1, {
        /// Who approved.
        approver: OperatorId,
        /// Who did it.
        asked_by: OperatorId,
        /// What was lent.
        permission: Permission,
        /// The act in words.
        text: String,
    }
}

eventing::events! {
    /// Everything that an override records.
    pub enum OverrideEvent { OverrideGranted, OverrideRefused, OverrideUsed }
}
