//! What an operator's stream records.

use kernel::{OperatorId, RoleId, Uuid};

eventing::fact! {
    /// Somebody begins to work here.
    OperatorAdded, "staff.operator.added", v 1, {
        /// Who.
        operator: OperatorId,
        /// The name on buttons and receipts.
        name: String,
        /// One to three letters for a small badge.
        initials: String,
        /// What they may do.
        role: RoleId,
    }
}

eventing::fact! {
    /// They have a new PIN; the one before is worth nothing.
    PinChanged, "staff.operator.pin_changed", v 1, {
        /// Who.
        operator: OperatorId,
        /// The secret that holds the verifier.
        verifier_id: Uuid,
        /// How many digits it has.
        digits: u8,
    }
}

eventing::fact! {
    /// They may do something else from now on.
    RoleAssigned, "staff.operator.role_assigned", v 1, {
        /// Who.
        operator: OperatorId,
        /// What they may do.
        role: RoleId,
    }
}

eventing::fact! {
    /// They no longer work here.
    OperatorDeactivated, "staff.operator.deactivated", v 1, {
        /// Who.
        operator: OperatorId,
    }
}

eventing::fact! {
    /// A recovery code was printed; the one before is worth nothing.
    RecoveryCodeIssued, "staff.operator.recovery_code_issued", v 1, {
        /// Who.
        operator: OperatorId,
        /// The secret that holds the verifier.
        verifier_id: Uuid,
    }
}

eventing::fact! {
    /// The code on paper gave them a new PIN, and holds no more.
    RecoveryCodeUsed, "staff.operator.recovery_code_used", v 1, {
        /// Who.
        operator: OperatorId,
        /// The secret that held the verifier.
        verifier_id: Uuid,
    }
}

eventing::events! {
    /// Everything that an operator's stream records.
    pub enum OperatorEvent {
        OperatorAdded, PinChanged, RoleAssigned, OperatorDeactivated, RecoveryCodeIssued, RecoveryCodeUsed
    }
}
