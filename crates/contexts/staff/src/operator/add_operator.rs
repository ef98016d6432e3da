//! Somebody begins to work here.

use super::{OperatorAdded, OperatorEvent, OperatorState, usable_name};
use crate::{Rejection, RoleDetails};
use kernel::OperatorId;

/// Letters of a badge.
const MOST_INITIALS: usize = 3;

/// Adds an operator, without a PIN. Records [`OperatorAdded`].
#[derive(Debug, Clone, PartialEq)]
pub struct AddOperator {
    /// Who, which is also the stream's id.
    pub operator: OperatorId,
    /// The name on buttons and receipts.
    pub name: String,
    /// One to three letters for a small badge; without them, the first letters of the first two words.
    pub initials: Option<String>,
    /// What they may do.
    pub role: RoleDetails,
}

impl AddOperator {
    pub(super) fn decide(self, state: &OperatorState) -> Result<Vec<OperatorEvent>, Rejection> {
        match state {
            OperatorState::Unknown => {}
            OperatorState::Active(_) | OperatorState::Inactive(_) => return Err(Rejection::AlreadyExists),
        }
        let name = usable_name(&self.name)?;
        let initials = match self.initials.as_deref().map(str::trim) {
            None | Some("") => initials_of(&name),
            Some(given) if kernel::is_line(given, MOST_INITIALS) => given.to_owned(),
            Some(_) => return Err(Rejection::NameNotUsable { most: MOST_INITIALS }),
        };
        Ok(vec![OperatorAdded { operator: self.operator, name, initials, role: self.role.role }.into()])
    }
}

fn initials_of(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(2).flat_map(char::to_uppercase).collect()
}
