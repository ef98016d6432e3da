//! What a screen or a shell may ask. Every request that changes something carries the command's id, made where the
//! finger is: the same id again gets the first answer again.

use contracts::CardSlip;
use kernel::{CategoryId, CommandId, LineNumber, Money, OperatorId, OrderId, ProductId, Quantity, UnitPrice, Uuid};
use serde::{Deserialize, Serialize};

/// Declares request structs. They are hashed to tell a repeat from another command, so the id stays out of the hash.
macro_rules! requests {
    ($($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident : $ty:ty $(= $ts:literal)?),* $(,)? })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        #[ts(export_to = "pos/")]
        pub struct $name { $($(#[$doc])* $(#[ts(type = $ts)])? pub $field: $ty),* }
    )*};
}

requests! {
    /// Signing on with a PIN.
    SignOn {
        /// Who.
        operator: OperatorId,
        /// Digits.
        pin: String,
    }
    /// Opening the register's shift.
    OpenShift {
        /// The command.
        command: CommandId,
        /// What lies in the drawer.
        float: Money,
    }
    /// Closing the register's shift, blind.
    CloseShift {
        /// The command.
        command: CommandId,
        /// What was counted.
        counted: Money,
    }
    /// A page of the tiles.
    ListProducts {
        /// Only this category and those below it.
        category: Option<CategoryId>,
        /// Products to skip.
        offset: u32,
    }
    /// A page of what matches.
    Search {
        /// As it was typed.
        text: String,
        /// Products to skip.
        offset: u32,
    }
    /// A scanned code.
    Scan {
        /// The command.
        command: CommandId,
        /// The open order; None begins one.
        order: Option<OrderId>,
        /// As it was scanned.
        code: String,
        /// Thousandths of a unit; None is one unit.
        quantity_milli: Option<i64> = "number | null",
    }
    /// A tile or a search result.
    AddProduct {
        /// The command.
        command: CommandId,
        /// The open order; None begins one.
        order: Option<OrderId>,
        /// What to sell.
        product: ProductId,
        /// Thousandths of a unit; None is one unit.
        quantity_milli: Option<i64> = "number | null",
    }
    /// Another quantity for a line.
    ChangeQuantity {
        /// The command.
        command: CommandId,
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// Thousandths of a unit.
        quantity_milli: i64 = "number",
    }
    /// A line that goes before payment.
    VoidLine {
        /// The command.
        command: CommandId,
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
    }
    /// A discount on a line; None takes it off.
    DiscountLine {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// How much.
        discount: Option<contracts::quote::Discount>,
        /// Why.
        reason: String,
    }
    /// A discount on the whole order; None takes it off.
    DiscountOrder {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// How much.
        discount: Option<contracts::quote::Discount>,
        /// Why.
        reason: String,
    }
    /// Another price for one unit of a line; None goes back to the list.
    OverridePrice {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// For one unit.
        price: Option<UnitPrice>,
        /// Why.
        reason: String,
    }
    /// Another total for a line.
    OverrideLineTotal {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// The line.
        line: LineNumber,
        /// For the whole line.
        total: Money,
        /// Why.
        reason: String,
    }
    /// Giving an order up before it is complete.
    CancelOrder {
        /// The command.
        command: CommandId,
        /// A second operator's approval.
        approval: Option<Uuid> = "string | null",
        /// The order.
        order: OrderId,
        /// Why.
        reason: String,
    }
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
    /// A second operator approves what was refused, once.
    Approve {
        /// The command.
        command: CommandId,
        /// Who approves.
        approver: OperatorId,
        /// Their PIN.
        pin: String,
        /// What the refusal named: the exact act.
        fingerprint: String,
        /// The act in words, for the record.
        act: String,
    }
    /// A new category.
    CreateCategory {
        /// The command.
        command: CommandId,
        /// What it is.
        details: catalog::CategoryDetails,
    }
    /// A new product, with its price.
    CreateProduct {
        /// The command.
        command: CommandId,
        /// What it is.
        details: catalog::ProductDetails,
        /// For one unit; None sets none yet.
        price: Option<UnitPrice>,
    }
    /// Other details for a product.
    ChangeProduct {
        /// The command.
        command: CommandId,
        /// The product.
        product: ProductId,
        /// What it is now.
        details: catalog::ProductDetails,
    }
    /// A price from a time on.
    SetPrice {
        /// The command.
        command: CommandId,
        /// The product.
        product: ProductId,
        /// For one unit.
        price: UnitPrice,
        /// From when, in milliseconds since 1970 UTC; None is now.
        valid_from_ms: Option<i64> = "number | null",
        /// Why.
        reason: Option<String>,
    }
    /// What happens when a product's stock would go below zero.
    SetStockPolicy {
        /// The command.
        command: CommandId,
        /// The product.
        product: ProductId,
        /// What happens.
        policy: inventory::StockPolicy,
    }
    /// Goods that came in.
    ReceiveStock {
        /// The command.
        command: CommandId,
        /// The product.
        product: ProductId,
        /// How much.
        quantity: Quantity,
        /// Where from, such as a delivery note's number.
        note: String,
    }
}
