//! Every refusal of an order, with its code.

use kernel::{LineNumber, Money, Quantity};

kernel::rejections! {
    /// Why an order refuses.
    pub enum Rejection {
        /// Nothing was ever added under this id.
        "ORD-001" OrderNotFound: "there is no such order",
        /// The cart is closed: take the money, or cancel it.
        "ORD-002" AlreadyPlaced: "the order is placed and takes no edits",
        /// It is paid: reverse it, or begin another.
        "ORD-003" AlreadyConfirmed: "the order is confirmed",
        /// It was cancelled or reversed: begin another.
        "ORD-004" AlreadyEnded: "the order was cancelled or reversed",
        /// It is still a cart: place it first.
        "ORD-005" NotPlaced: "the order is not placed",
        /// Only what was paid can be reversed: cancel it instead.
        "ORD-006" NotConfirmed: "the order is not confirmed",
        /// Nothing to sell.
        "ORD-007" Empty: "the order has no lines",
        /// It was voided, or never existed.
        "ORD-008" LineNotFound { line: LineNumber }: "the order has no line {line}",
        /// Finish this order and begin another.
        "ORD-009" TooManyLines { most: usize }: "an order has at most {most} lines",
        /// Zero, negative, a fraction of a piece, absurdly much, or in another unit than the line's.
        "ORD-010" QuantityNotSellable { quantity: Quantity }: "{quantity} cannot be sold",
        /// Empty, or an essay.
        "ORD-011" ReasonOutOfBounds { most: usize }: "a reason has between 1 and {most} characters",
        /// No barcode is this long: the reader sent rubbish.
        "ORD-012" ScannedCodeTooLong { most: usize }: "a scanned code has at most {most} characters",
        /// It would take off nothing, or more than everything.
        "ORD-013" DiscountOutOfBounds: "a discount is a rate from 0 to 100 %, or an amount above zero",
        /// Goods that bring money along are a return.
        "ORD-014" OverrideBelowZero: "an override cannot be below zero",
        /// The screen showed another total: look again before taking money.
        "ORD-015" PriceChanged { expected: Money, total: Money }: "the screen showed {expected}, and it is {total}",
        /// A mistake in the program: what was priced is not what is in the cart, or does not add up.
        "ORD-016" QuoteDoesNotFit: "the quote does not fit the order",
        /// Give the tenders back first.
        "ORD-017" HoldsMoney: "the order holds money",
        /// Inventory has not answered.
        "ORD-018" StockNotSecured: "the stock is not secured",
        /// Take another tender.
        "ORD-019" AmountStillDue { remaining: Money }: "{remaining} is still due",
        /// It waits: take it up again first.
        "ORD-020" Parked: "the order is parked",
        /// An essay, or more than one line.
        "ORD-021" WordsOutOfBounds { most: usize }: "at most {most} characters on one line",
        /// Deal with those that wait before scanning more.
        "ORD-022" TooManyUnknown { most: usize }: "{most} unknown codes wait",
        /// It was settled, or never existed: look at the cart again.
        "ORD-023" UnknownCodeNotFound { unknown: u32 }: "the order has no unknown code {unknown}",
        /// Finish or cancel one that waits.
        "ORD-024" TooManyParked { most: u32 }: "{most} orders are parked",
    }
}
