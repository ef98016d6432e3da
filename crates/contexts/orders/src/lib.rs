//! Orders: one transaction from the first scan to confirmation or cancellation.
//!
//! An open order is a cart of inputs and holds no price. Placing it freezes a quote; inventory, payments and fiscal
//! take it from there and are heard through their facts.

pub mod order;
mod policies;
mod rejection;
pub mod views;

#[cfg(test)]
mod tests;

pub use order::{
    AddLine, AnswerUnknown, Cancel, Cart, CartLine, ChangeQuantity, Confirm, Confirmed, DiscountLine, DiscountOrder,
    ExternalSource, IgnoreUnknown, NoteLine, NoteOrder, OpenOrder, Order, OrderCommand, OrderEvent, OverrideLine, Park,
    Place, Placed, Reopen, Resume, Reverse, ScanUnknown, SecureStock, Stock, UnknownCode, VoidLine, limits,
};
pub use policies::{WhenReservationFailedReopenOrder, WhenStockReservedSecureOrder, WhenTenderTakenConfirmOrder};
pub use rejection::Rejection;
pub use views::INVARIANTS;

/// Adds everything of this context.
#[must_use]
pub fn register(app: eventing::App) -> eventing::App {
    app.decider::<Order>()
        .policy::<WhenStockReservedSecureOrder>()
        .policy::<WhenReservationFailedReopenOrder>()
        .policy::<WhenTenderTakenConfirmOrder>()
        .view(&views::order::ORDERS_ORDER)
        .view(&views::line::ORDERS_LINE)
}
