//! Signing on, and approving in place.

use kernel::{CommandId, OperatorId};

requests! {
    /// Signing on with a PIN.
    SignOn {
        /// Who.
        operator: OperatorId,
        /// Digits.
        #[serde(deserialize_with = "super::secret")]
        pin: String as secret,
    }
    /// A second operator approves what was refused, once.
    Approve {
        /// The command.
        command: CommandId,
        /// Who approves.
        approver: OperatorId,
        /// Their PIN.
        #[serde(deserialize_with = "super::secret")]
        pin: String as secret,
        /// What the refusal named: the exact act.
        fingerprint: String,
        /// The act in words, for the record.
        act: String,
    }
    /// Who could approve what was refused.
    ListApprovers {
        /// What the refusal named.
        fingerprint: String,
    }
    /// A new PIN for somebody who forgot theirs, by the code on paper. The code is used up.
    Recover {
        /// The command.
        command: CommandId,
        /// Whose.
        operator: OperatorId,
        /// As it is printed; spaces and case do not matter.
        #[serde(deserialize_with = "super::secret")]
        code: String as secret,
        /// The new PIN.
        #[serde(deserialize_with = "super::secret")]
        pin: String as secret,
    }
}
