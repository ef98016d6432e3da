//! A card, by a terminal that stands alone: the operator has seen it approve and confirms what the slip says.

use super::{Event, Payment, check_positive};
use crate::Rejection;
use contracts::{CardSlip, TenderKind, TenderTaken};
use kernel::{Money, OrderId, TenderId};

/// The longest reference that terminals print, in characters.
const MAX_REFERENCE_CHARS: usize = 40;

/// The longest brand, in characters.
const MAX_BRAND_CHARS: usize = 20;

/// Records an approved card payment, of the whole balance or a part: `TenderTaken`. A card gives no change.
///
/// # Errors
/// PAY-001 when nothing is left to pay; PAY-004 for zero or less; PAY-006 above the amount due; PAY-007 for a slip
/// with a field that no terminal prints; PAY-008 for a card number in its place; PAY-009 for another total than before; PAY-010
/// for a tender that was taken; PAY-015 for another currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeCard {
    /// The order.
    pub order: OrderId,
    /// The tender's new id.
    pub tender: TenderId,
    /// The order's total.
    pub due: Money,
    /// What the terminal charged.
    pub amount: Money,
    /// What the slip says: a reference of at most 40 characters, a brand, four digits. Each may be empty: a terminal
    /// that stands alone has told the operator "approved", and a queue does not wait for typing. What was typed is
    /// kept, and a slip without a word is none.
    pub slip: CardSlip,
}

impl TakeCard {
    pub(super) fn decide(self, state: &Payment) -> Result<Vec<Event>, Rejection> {
        let Self { order, tender, due, amount, slip } = self;
        let remaining = state.open_balance(tender, due, amount.currency)?;
        check_positive(amount)?;
        if amount.minor > remaining.minor {
            return Err(Rejection::CardAboveAmountDue { due: remaining, amount });
        }
        let card = checked(&slip)?;
        let nothing = Money::zero(due.currency);
        let fact = TenderTaken {
            order,
            tender,
            kind: TenderKind::Card,
            amount,
            tendered: amount,
            change: nothing,
            cash_rounding: nothing,
            forfeited: nothing,
            remaining: Money { minor: remaining.minor - amount.minor, ..due },
            card,
        };
        Ok(vec![fact.into()])
    }
}

/// The slip without the spaces around its words; None where nothing was typed.
fn checked(slip: &CardSlip) -> Result<Option<CardSlip>, Rejection> {
    let (reference, brand, last_four) = (slip.reference.trim(), slip.brand.trim(), slip.last_four.trim());
    if reference.chars().count() > MAX_REFERENCE_CHARS {
        return Err(Rejection::CardSlipIncomplete { field: "reference" });
    }
    if brand.chars().count() > MAX_BRAND_CHARS {
        return Err(Rejection::CardSlipIncomplete { field: "brand" });
    }
    if !last_four.is_empty() && (last_four.len() != 4 || !last_four.bytes().all(|b| b.is_ascii_digit())) {
        return Err(Rejection::CardSlipIncomplete { field: "last_four" });
    }
    if is_card_number(reference, last_four) {
        return Err(Rejection::CardNumberRefused);
    }
    if [reference, brand, last_four].iter().all(|field| field.is_empty()) {
        return Ok(None);
    }
    let (reference, brand, last_four) = (reference.to_owned(), brand.to_owned(), last_four.to_owned());
    Ok(Some(CardSlip { reference, brand, last_four }))
}

/// Whether a reference is the card's own number: 13 to 19 digits (ISO/IEC 7812) with a right check digit that end in
/// the card's last four, where those are known. A terminal's own reference passes that test once in a hundred thousand
/// times, and once in ten where the last four are not typed: a long number alone is then no reference to keep.
fn is_card_number(reference: &str, last_four: &str) -> bool {
    let digits: Vec<u8> = reference.bytes().filter(|b| !matches!(b, b' ' | b'-')).collect();
    let is_number = (13..=19).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    is_number && digits.ends_with(last_four.as_bytes()) && luhn_holds(&digits)
}

/// The Luhn check of ISO/IEC 7812: every second digit from the right is doubled, and its digits are summed.
fn luhn_holds(digits: &[u8]) -> bool {
    let weighted = digits.iter().rev().enumerate().map(|(place, byte)| {
        let value = u32::from(byte - b'0') * if place % 2 == 1 { 2 } else { 1 };
        value / 10 + value % 10
    });
    weighted.sum::<u32>() % 10 == 0
}
