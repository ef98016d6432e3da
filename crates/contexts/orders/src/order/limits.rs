//! The bounds of what an order takes from outside.

use crate::Rejection;
use contracts::{Discount, Override};
use kernel::{Quantity, Rate};

/// Lines of one order.
pub const MAX_LINES: usize = 500;
/// Characters of a reason, without the spaces around it.
pub const MAX_REASON_CHARS: usize = 200;
/// Characters of a code as a reader sends it: the longest GS1 symbol that shops print holds fewer.
pub const MAX_SCANNED_CHARS: usize = 128;

/// Characters of a note, without the spaces around it.
pub const MAX_NOTE_CHARS: usize = 200;
/// Characters of a parked order's name.
pub const MAX_LABEL_CHARS: usize = 40;
/// Unknown codes that wait on one order: more is a box of goods that nobody has entered, or a reader gone mad.
pub const MAX_UNKNOWN: usize = 50;
/// Orders that wait at one register. Nobody keeps more in mind, and each is priced when they are listed.
pub const MAX_PARKED: u32 = 100;

/// # Errors
/// ORD-010.
pub(super) fn sellable(quantity: Quantity) -> Result<Quantity, Rejection> {
    if quantity.is_sellable() { Ok(quantity) } else { Err(Rejection::QuantityNotSellable { quantity }) }
}

/// The reason without the spaces around it.
///
/// # Errors
/// ORD-011.
pub(super) fn reason(text: &str) -> Result<String, Rejection> {
    let text = text.trim();
    if !text.is_empty() && kernel::is_line(text, MAX_REASON_CHARS) {
        Ok(text.to_owned())
    } else {
        Err(Rejection::ReasonOutOfBounds { most: MAX_REASON_CHARS })
    }
}

/// Words that stand on one line of a screen or a receipt, without the spaces around them; None for none.
///
/// # Errors
/// ORD-021 for more than `most` characters, and for what may not stand on a line.
pub(super) fn words(text: Option<String>, most: usize) -> Result<Option<String>, Rejection> {
    let Some(text) = text else { return Ok(None) };
    let text = text.trim();
    if !kernel::is_line(text, most) {
        return Err(Rejection::WordsOutOfBounds { most });
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// A reason for giving a discount is due; for taking it away it may be left out.
///
/// # Errors
/// ORD-011.
pub(super) fn reason_for(discount: Option<Discount>, text: &str) -> Result<Option<String>, Rejection> {
    if discount.is_none() && text.trim().is_empty() { Ok(None) } else { reason(text).map(Some) }
}

/// # Errors
/// ORD-012.
pub(super) fn scanned(code: Option<&str>) -> Result<(), Rejection> {
    if code.is_some_and(|code| code.chars().count() > MAX_SCANNED_CHARS) {
        return Err(Rejection::ScannedCodeTooLong { most: MAX_SCANNED_CHARS });
    }
    Ok(())
}

/// # Errors
/// ORD-013.
pub(super) fn discount(discount: Discount) -> Result<(), Rejection> {
    let fits = match discount {
        Discount::Rate { rate } => (Rate::ZERO..=Rate::ONE).contains(&rate),
        Discount::Amount { amount } => amount.minor > 0,
    };
    if fits { Ok(()) } else { Err(Rejection::DiscountOutOfBounds) }
}

/// The override with its reason trimmed.
///
/// # Errors
/// ORD-014, ORD-011.
pub(super) fn price(wanted: Override) -> Result<Override, Rejection> {
    match wanted {
        Override::UnitPrice { price, .. } if price.milli_minor < 0 => Err(Rejection::OverrideBelowZero),
        Override::LineTotal { total, .. } if total.minor < 0 => Err(Rejection::OverrideBelowZero),
        Override::UnitPrice { price, reason: text } => Ok(Override::UnitPrice { price, reason: reason(&text)? }),
        Override::LineTotal { total, reason: text } => Ok(Override::LineTotal { total, reason: reason(&text)? }),
    }
}
