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
/// that cannot be found again; PAY-008 for a card number in its place; PAY-009 for another total than before; PAY-010
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
    /// What the slip says: a reference of 1 to 40 characters, a brand, exactly four digits.
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
        let slip = checked(slip)?;
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
            card: Some(slip),
        };
        Ok(vec![fact.into()])
    }
}

fn checked(slip: CardSlip) -> Result<CardSlip, Rejection> {
    let (reference, brand) = (slip.reference.trim(), slip.brand.trim());
    if reference.is_empty() || reference.chars().count() > MAX_REFERENCE_CHARS {
        return Err(Rejection::CardSlipIncomplete { field: "reference" });
    }
    if brand.chars().count() > MAX_BRAND_CHARS {
        return Err(Rejection::CardSlipIncomplete { field: "brand" });
    }
    if slip.last_four.len() != 4 || !slip.last_four.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Rejection::CardSlipIncomplete { field: "last_four" });
    }
    if is_card_number(reference, &slip.last_four) {
        return Err(Rejection::CardNumberRefused);
    }
    Ok(CardSlip { reference: reference.to_owned(), brand: brand.to_owned(), last_four: slip.last_four })
}

/// Whether a reference is the card's own number: 13 to 19 digits (ISO/IEC 7812) with a right check digit that end in
/// the card's last four. A terminal's own reference passes that test once in a hundred thousand times.
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
