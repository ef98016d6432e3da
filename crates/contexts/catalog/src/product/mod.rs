//! A product: what it is. What it costs is a price, what is left of it is inventory's.

mod add_product;
mod change_product;
mod deactivate_product;
mod details;
mod events;
mod import_product;

pub use add_product::AddProduct;
pub use change_product::ChangeProduct;
pub use deactivate_product::DeactivateProduct;
pub use details::{MAX_BARCODES, MAX_POPULARITY, ProductDetails};
pub use events::*;
pub use import_product::ImportProduct;

use crate::Rejection;
use eventing::Decider;
use kernel::Moment;
use serde::{Deserialize, Serialize};

/// What can be asked of a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProductCommand {
    /// See [`AddProduct`].
    Add(AddProduct),
    /// See [`ChangeProduct`].
    Change(ChangeProduct),
    /// See [`ImportProduct`].
    Import(ImportProduct),
    /// See [`DeactivateProduct`].
    Deactivate(DeactivateProduct),
}

/// What the last import said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastImport {
    /// The row's fingerprint.
    pub source_row: String,
    /// The price that came with it.
    pub price: Option<ImportedPrice>,
}

/// A product's state.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Product {
    /// Nobody added it yet.
    #[default]
    Unknown,
    /// It is in the catalog.
    Known {
        /// As they are now.
        details: Box<ProductDetails>,
        /// What the last import said, if a file ever named it.
        imported: Option<LastImport>,
    },
}

impl Decider for Product {
    const KIND: &'static str = "catalog.product";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = ProductCommand;
    type Event = ProductEvent;
    type Rejection = Rejection;

    fn decide(state: &Self, command: ProductCommand, _: &Moment) -> Result<Vec<ProductEvent>, Rejection> {
        match command {
            ProductCommand::Add(command) => add_product::decide(state, command),
            ProductCommand::Change(command) => change_product::decide(state, command),
            ProductCommand::Import(command) => import_product::decide(state, command),
            ProductCommand::Deactivate(command) => deactivate_product::decide(state, &command),
        }
    }

    fn evolve(state: Self, event: &ProductEvent) -> Self {
        let imported = match &state {
            Self::Unknown => None,
            Self::Known { imported, .. } => imported.clone(),
        };
        match event {
            ProductEvent::ProductAdded(added) => Self::Known { details: Box::new(added.details.clone()), imported },
            ProductEvent::ProductChanged(changed) => {
                Self::Known { details: Box::new(changed.details.clone()), imported }
            }
            ProductEvent::ProductImported(row) => Self::Known {
                details: Box::new(row.details.clone()),
                imported: Some(LastImport { source_row: row.source_row.clone(), price: row.price }),
            },
            ProductEvent::ProductDeactivated(_) => match state {
                Self::Unknown => Self::Unknown,
                Self::Known { details, imported } => {
                    Self::Known { details: Box::new(ProductDetails { active: false, ..*details }), imported }
                }
            },
        }
    }
}
