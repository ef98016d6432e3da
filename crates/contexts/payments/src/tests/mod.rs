//! Given / when / then for every command, the sums as properties, and the view against a real file.

mod give_back_tender;
mod sums;
mod take_card;
mod take_cash;
mod take_coupon;
mod tender;

use crate::{Command, GiveBackTender, Partial, TakeCard, TakeCash, TakeCoupon};
use contracts::{CardSlip, TenderGivenBack, TenderKind, TenderTaken};
use kernel::{Currency, Money, OrderId, TenderId, Uuid};

/// The order of every test.
pub const ORDER: OrderId = OrderId(Uuid::from_u128(0xA));

pub const fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

pub fn tender(number: u128) -> TenderId {
    TenderId(Uuid::from_u128(number))
}

pub fn cash(number: u128, due: i64, tendered: i64) -> TakeCash {
    TakeCash {
        order: ORDER,
        tender: tender(number),
        due: eur(due),
        tendered: eur(tendered),
        cash_limit: None,
        rounding_step_minor: None,
        partial: Partial::Refuse,
    }
}

pub fn take_cash(number: u128, due: i64, tendered: i64) -> Command {
    Command::TakeCash(cash(number, due, tendered))
}

pub fn slip() -> CardSlip {
    CardSlip { reference: "004512".to_owned(), brand: "Visa".to_owned(), last_four: "4242".to_owned() }
}

pub fn take_card(number: u128, due: i64, amount: i64) -> Command {
    let (order, tender) = (ORDER, tender(number));
    Command::TakeCard(TakeCard { order, tender, due: eur(due), amount: eur(amount), slip: slip() })
}

pub fn take_coupon(number: u128, due: i64, value: i64) -> Command {
    Command::TakeCoupon(TakeCoupon { order: ORDER, tender: tender(number), due: eur(due), value: eur(value) })
}

pub fn give_back(number: u128, reason: &str) -> Command {
    Command::GiveBackTender(GiveBackTender { order: ORDER, tender: tender(number), reason: reason.to_owned() })
}

/// Cash that settles `amount` exactly and leaves `remaining`.
pub fn taken(number: u128, amount: i64, remaining: i64) -> TenderTaken {
    TenderTaken {
        order: ORDER,
        tender: tender(number),
        kind: TenderKind::Cash,
        amount: eur(amount),
        tendered: eur(amount),
        change: eur(0),
        cash_rounding: eur(0),
        forfeited: eur(0),
        remaining: eur(remaining),
        card: None,
    }
}

pub fn given_back(number: u128, amount: i64) -> TenderGivenBack {
    TenderGivenBack {
        order: ORDER,
        tender: tender(number),
        kind: TenderKind::Cash,
        amount: eur(amount),
        handed_back: eur(amount),
        reason: "wrong tender".to_owned(),
    }
}
