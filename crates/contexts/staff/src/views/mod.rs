//! What screens ask about staff.

mod invariants;
mod operator;
mod role;

pub use invariants::INVARIANTS;
pub use operator::{OPERATOR, OperatorRow, count_others_who_edit_staff, find_operator, list_operators};
pub use role::{ROLE, RoleRow, find_role, list_roles};
