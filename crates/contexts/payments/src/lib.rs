//! Payments: what a customer hands over for an order, and what goes back.
//!
//! One stream an order. Each tender is a fact that settles a part of the total; the order is confirmed elsewhere, when
//! a tender leaves nothing remaining.

pub mod payment;
pub mod rejection;
pub mod views;

pub use payment::{
    Command, Event, GiveBackTender, MAX_OVERPAYMENT_MINOR, Partial, Payment, TakeCard, TakeCash, TakeCoupon,
    TenderState, cash_due,
};
pub use rejection::Rejection;
pub use views::invariants::INVARIANTS;
pub use views::tender::{TenderRow, holds_money, list_by_last_four, list_tenders};

#[cfg(test)]
mod tests;

/// Adds payments' aggregate and view.
#[must_use]
pub fn register(app: eventing::App) -> eventing::App {
    app.decider::<Payment>().view(&views::tender::TENDER)
}
