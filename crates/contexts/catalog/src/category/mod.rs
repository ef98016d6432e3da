//! A category: a node of the tree that tiles are arranged in.

mod add_category;
mod change_category;
mod details;
mod events;

pub use add_category::AddCategory;
pub use change_category::ChangeCategory;
pub use details::{CategoryDetails, MAX_DEPTH};
pub use events::*;

use crate::Rejection;
use eventing::Decider;
use kernel::Moment;
use serde::{Deserialize, Serialize};

/// What can be asked of a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CategoryCommand {
    /// See [`AddCategory`].
    Add(AddCategory),
    /// See [`ChangeCategory`].
    Change(ChangeCategory),
}

/// A category's state.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Category {
    /// Nobody added it yet.
    #[default]
    Unknown,
    /// It is in the tree.
    Known(CategoryDetails),
}

impl Decider for Category {
    const KIND: &'static str = "catalog.category";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = CategoryCommand;
    type Event = CategoryEvent;
    type Rejection = Rejection;

    fn decide(state: &Self, command: CategoryCommand, _: &Moment) -> Result<Vec<CategoryEvent>, Rejection> {
        match command {
            CategoryCommand::Add(command) => add_category::decide(state, command),
            CategoryCommand::Change(command) => change_category::decide(state, command),
        }
    }

    fn evolve(_: Self, event: &CategoryEvent) -> Self {
        match event {
            CategoryEvent::CategoryAdded(added) => Self::Known(added.details.clone()),
            CategoryEvent::CategoryChanged(changed) => Self::Known(changed.details.clone()),
        }
    }
}
