//! What a role records.

use crate::Grant;
use kernel::RoleId;

eventing::fact! {
    /// A role has this name and holds exactly these permissions from now on.
    RoleDefined, "staff.role.defined", v 1, {
        /// The role.
        role: RoleId,
        /// What people call it.
        name: String,
        /// What it holds.
        grants: Vec<Grant>,
    }
}

eventing::events! {
    /// Everything that a role records.
    pub enum RoleEvent { RoleDefined }
}
