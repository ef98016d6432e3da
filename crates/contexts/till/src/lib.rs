//! The till: who answers for which cash, from the float to the count.
//!
//! A shift is one stream. Its expected cash is a view over tenders, so that selling records nothing here.

pub mod rejection;
pub mod shift;
pub mod views;

pub use rejection::Rejection;
pub use shift::{CloseShift, Command, Event, MAX_DRAWER_MINOR, OpenShift, Shift};
pub use views::invariants::INVARIANTS;
pub use views::shift::{
    ShiftRow, find_open_shift, find_shift, grand_total, last_number, list_last_shifts, refuse_second_shift,
    require_open_shift,
};

#[cfg(test)]
mod tests;

/// Adds the till's aggregate and view.
#[must_use]
pub fn register(app: eventing::App) -> eventing::App {
    app.decider::<Shift>().view(&views::shift::SHIFT)
}
