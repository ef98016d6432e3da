//! Paying and undoing.

use contracts::CardSlip;
use kernel::{CommandId, Money, OrderId, Uuid};

requests! {
    /// Closing the cart without a tender: prices are frozen, stock is reserved, payment follows in parts.
    PlaceOrder {
        /// The command.
        command: CommandId,
        /// A second operator's approval to sell below stock.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The total that the screen shows.
        expected_total: Money,
    }
    /// Cash.
    PayCash {
        /// The command.
        command: CommandId,
        /// A second operator's approval to sell below stock.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The total that the screen shows.
        expected_total: Money,
        /// What the screen shows as due: two taps on one amount take one tender. None where nobody looked at a screen.
        expected_due: Option<Money>,
        /// What the customer hands over; None is exactly what is due.
        tendered: Option<Money>,
        /// Whether it may settle only a part.
        partial: bool,
    }
    /// A card, approved by a terminal that stands alone.
    PayCard {
        /// The command.
        command: CommandId,
        /// A second operator's approval to sell below stock.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The total that the screen shows.
        expected_total: Money,
        /// What the screen shows as due: two taps on one amount take one tender. None where nobody looked at a screen.
        expected_due: Option<Money>,
        /// What the card pays; None is all that is due.
        amount: Option<Money>,
        /// What the terminal's slip says.
        slip: CardSlip,
    }
    /// A third party's coupon.
    PayCoupon {
        /// The command.
        command: CommandId,
        /// A second operator's approval to sell below stock.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The total that the screen shows.
        expected_total: Money,
        /// What the screen shows as due: two taps on one amount take one tender. None where nobody looked at a screen.
        expected_due: Option<Money>,
        /// What the coupon is worth.
        value: Money,
    }
    /// Giving one tender of a placed order back.
    GiveBackTender {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The tender.
        tender: kernel::TenderId,
        /// Why.
        reason: String,
    }
    /// Undoing the last sale of the running shift as a whole.
    ReverseLast {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The sale that the operator means; it must be the last one.
        order: OrderId,
        /// Why.
        reason: String,
    }
}
