//! Where an order was made, when it was not made here.

use serde::{Deserialize, Serialize};

/// A sale that another system recorded before it became an order here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExternalSource {
    reference: String,
    at: Option<String>,
}

impl ExternalSource {
    /// The most characters of either text.
    pub const MAX_CHARS: usize = 100;

    /// The other system's name for the sale, and its time in the words of that system: clocks and zones of others
    /// are kept as data and never believed. None for texts that are too long, or for a sale without a name.
    pub fn new(reference: &str, at: &str) -> Option<Self> {
        let (reference, at) = (reference.trim(), at.trim());
        let fits = |text: &str| kernel::is_line(text, Self::MAX_CHARS);
        let known = !reference.is_empty() && fits(reference) && fits(at);
        known.then(|| Self { reference: reference.to_owned(), at: (!at.is_empty()).then(|| at.to_owned()) })
    }

    /// The other system's name for the sale.
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// When it was sold, as the other system writes it.
    pub fn at(&self) -> Option<&str> {
        self.at.as_deref()
    }
}
