//! Inventory: what lies on the shelf, what is promised to an order, and what left with the customer.
//!
//! Stock on hand is a view over facts, not an aggregate per item: a sale of twenty products is one reservation fact
//! and one issue fact, however many shelves it empties.

pub mod opening;
pub mod policies;
pub mod rejection;
pub mod reservation;
pub mod stock;
pub mod views;

pub use opening::{Opening, StateOpening};
pub use rejection::Rejection;
pub use reservation::Reservation;
pub use stock::{AdjustStock, CountStock, ReceiveStock, SetStockPolicy, Stock, StockPolicy};
pub use views::invariants::INVARIANTS;
pub use views::stock_level::{StockRow, available_of, list_moved_below_zero, stock_of};

#[cfg(test)]
mod tests;

/// Adds inventory's aggregates, policies and views.
#[must_use]
pub fn register(app: eventing::App) -> eventing::App {
    app.decider::<Reservation>()
        .decider::<Stock>()
        .decider::<Opening>()
        .policy::<policies::WhenOrderPlacedReserveStock>()
        .policy::<policies::WhenOrderConfirmedIssueStock>()
        .policy::<policies::WhenOrderCancelledReleaseStock>()
        .policy::<policies::WhenOrderReversedReturnStock>()
        .view(&views::stock_level::STOCK_LEVEL)
}
