//! Every business refusal of inventory.

use kernel::{ProductId, Quantity};

kernel::rejections! {
    /// Why inventory may refuse.
    pub enum Rejection {
        /// Reserved, released, issued or returned already, or never reserved: this step is not the next one.
        "INV-001" ReservationSettled: "this step does not follow from where the order's stock stands",
        /// Zero, negative where it must not be, broken where the unit is whole, or absurd.
        "INV-002" QuantityRefused { quantity: Quantity }: "a quantity of {quantity} cannot be booked",
        /// The product's stock is kept in another unit.
        "INV-003" UnitMismatch { kept: &'static str, given: &'static str }: "stock is kept in {kept}, not in {given}",
        /// Goods that vanish or appear need an explanation.
        "INV-004" ReasonMissing: "an adjustment needs a reason",
        /// A note or reason that no screen shows in full.
        "INV-005" TextTooLong { most: usize }: "at most {most} characters",
        /// Nothing, or more than one fact should hold.
        "INV-006" OpeningSize { most: usize }: "an opening states between 1 and {most} products",
        /// Stating it again would double the stock.
        "INV-007" OpeningRepeated { product: ProductId }: "the opening stock of {product} was already stated",
    }
}
