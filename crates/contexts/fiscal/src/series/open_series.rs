//! A series begins.

use super::{Event, ReceiptSeries, SeriesOpened};
use crate::Rejection;
use contracts::DocumentType;
use kernel::RegisterId;

/// The most letters of a label, and the most digits behind them: a number must fit one line of paper.
const MAX_LABEL_PART_CHARS: usize = 4;

/// Begins a series for a type of document, in place of the current one: `SeriesOpened`. A new register opens its first,
/// a restored or cloned one its next, before anything else is numbered.
///
/// # Errors
/// FIS-002 for a label of another form; FIS-003 for one that this register used before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSeries {
    /// The register.
    pub register: RegisterId,
    /// The type of document.
    pub document_type: DocumentType,
    /// One to four capital letters, then up to four digits.
    pub label: String,
}

impl OpenSeries {
    pub(super) fn decide(self, state: &ReceiptSeries) -> Result<Vec<Event>, Rejection> {
        let Self { register, document_type, label } = self;
        if !is_label(&label) {
            return Err(Rejection::SeriesLabelInvalid { label });
        }
        if state.labels.contains(&label) {
            return Err(Rejection::SeriesLabelUsed { label });
        }
        Ok(vec![SeriesOpened { register, document_type, label }.into()])
    }
}

fn is_label(label: &str) -> bool {
    let letters = label.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = label.len() - letters;
    (1..=MAX_LABEL_PART_CHARS).contains(&letters)
        && digits <= MAX_LABEL_PART_CHARS
        && label.bytes().skip(letters).all(|b| b.is_ascii_digit())
}
