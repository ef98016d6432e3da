//! What is said of a category.

use crate::Rejection;
use crate::text::{MAX_NAME_CHARS, is_token, line};
use kernel::CategoryId;
use serde::{Deserialize, Serialize};

/// How deep categories nest.
pub const MAX_DEPTH: usize = 8;

/// The longest name of a colour or an icon, in characters.
const MAX_STYLE_CHARS: usize = 64;

/// What is said of a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "catalog/")]
pub struct CategoryDetails {
    /// The category above it; None for a root.
    pub parent: Option<CategoryId>,
    /// 1 to 200 characters.
    pub name: String,
    /// The lower, the earlier among its siblings.
    pub sort_order: i32,
    /// `#rrggbb`, or the name of a colour of the design.
    pub colour: Option<String>,
    /// A lucide icon's name.
    pub icon: Option<String>,
}

impl CategoryDetails {
    /// The details as they are stored. `above` is the parent and the categories above that, as they are now.
    ///
    /// # Errors
    /// CAT-003, CAT-008, CAT-009, CAT-010, CAT-011.
    pub(super) fn cleaned(self, category: CategoryId, above: &[CategoryId]) -> Result<Self, Rejection> {
        if let Some(parent) = self.parent {
            if parent == category || above.contains(&category) {
                return Err(Rejection::CategoryBelowItself);
            }
            if !above.contains(&parent) {
                return Err(Rejection::CategoryUnknown);
            }
            if above.len() >= MAX_DEPTH {
                return Err(Rejection::CategoryTooDeep { most: MAX_DEPTH });
            }
        }
        Ok(Self {
            name: line("name", &self.name, MAX_NAME_CHARS)?,
            colour: style("colour", self.colour, is_colour)?,
            icon: style("icon", self.icon, |text| is_token(text, MAX_STYLE_CHARS))?,
            ..self
        })
    }
}

fn style(
    field: &'static str,
    text: Option<String>,
    is_valid: impl Fn(&str) -> bool,
) -> Result<Option<String>, Rejection> {
    match text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()) {
        Some(text) if !is_valid(&text) => Err(Rejection::StyleInvalid { field, text }),
        text => Ok(text),
    }
}

fn is_colour(text: &str) -> bool {
    match text.strip_prefix('#') {
        Some(digits) => digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()),
        None => is_token(text, MAX_STYLE_CHARS),
    }
}
