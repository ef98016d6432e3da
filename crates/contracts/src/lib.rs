//! Facts that contexts publish to each other, and the values inside them.
//!
//! The journal stores these very structs: nothing is published twice. A shipped struct is frozen; it grows only by
//! fields with a default.

#![deny(missing_docs)]

pub mod fiscal;
pub mod inventory;
pub mod orders;
pub mod payments;
pub mod quote;
pub mod till;

pub use fiscal::{DocumentType, ReceiptNumbered};
pub use inventory::{ShortLine, StockLine, StockReservationFailed, StockReserved};
pub use orders::{OrderCancelled, OrderConfirmed, OrderPlaced, OrderReversed};
pub use payments::{CardSlip, TenderGivenBack, TenderKind, TenderTaken};
pub use quote::{Discount, Override, PricedLine, ProductKind, Quote, Step, TaxRow, TaxTreatment};
pub use till::{Pieces, ShiftClosed, ShiftOpened};
