//! Given / when / then over orders, and the words that those tests share.

mod add_line;
mod answer_unknown;
mod cancel;
mod change_quantity;
mod codes;
mod confirm;
mod discount_line;
mod discount_order;
mod found;
mod ignore_unknown;
mod invariants;
mod note_line;
mod note_order;
mod open_order;
mod override_line;
mod park;
mod place;
mod policies;
mod properties;
mod reopen;
mod resume;
mod reverse;
mod scan_unknown;
mod secure_stock;
mod state;
mod take_over;
mod views;
mod void_line;

use crate::order::events::{
    LineAdded, LineNoted, OrderNoted, OrderOpened, OrderParked, OrderReopened, OrderResumed, StockSecured,
    UnknownScanned,
};
use crate::{Order, OrderCommand, OrderEvent};
use contracts::{
    OrderCancelled, OrderConfirmed, OrderPlaced, OrderReversed, PricedLine, ProductKind, Quote, ShortLine, TaxRow,
    TaxTreatment,
};
use eventing::testing::{Given, When};
use kernel::{
    Currency, DocumentId, LineNumber, Money, OperatorId, OrderId, ProductId, Quantity, Rate, Rounding, RoundingScope,
    UnitPrice, Uuid,
};

const ORDER: OrderId = OrderId(Uuid::from_u128(10));
/// Whose moment `eventing::testing` keeps.
const MARIA: OperatorId = OperatorId(Uuid::from_u128(1));
const ELENI: OperatorId = OperatorId(Uuid::from_u128(9));
const DOCUMENT: DocumentId = DocumentId(Uuid::from_u128(20));
const CASE: ProductId = ProductId(Uuid::from_u128(101));
const CABLE: ProductId = ProductId(Uuid::from_u128(102));
const CHARGER: ProductId = ProductId(Uuid::from_u128(103));
const APPLES: ProductId = ProductId(Uuid::from_u128(104));

const PIECE: Quantity = Quantity::each(1);

fn given(history: impl IntoIterator<Item = OrderEvent>) -> Given<Order> {
    eventing::testing::given(history)
}

/// Spares each test the `.into()` of its command.
trait Asked {
    fn asked(self, command: impl Into<OrderCommand>) -> When<Order>;
}

impl Asked for Given<Order> {
    fn asked(self, command: impl Into<OrderCommand>) -> When<Order> {
        self.when(command.into())
    }
}

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn opened() -> OrderEvent {
    OrderOpened { order: ORDER, source: None, operator: Some(MARIA) }.into()
}

fn added(line: u32, product: ProductId, quantity: Quantity) -> OrderEvent {
    LineAdded { order: ORDER, line: LineNumber(line), product, quantity, scanned: None }.into()
}

fn unknown(unknown: u32, code: &str, after: u32) -> OrderEvent {
    UnknownScanned { order: ORDER, unknown, code: code.to_owned(), after: LineNumber(after) }.into()
}

fn noted(line: u32, note: Option<&str>) -> OrderEvent {
    LineNoted { order: ORDER, line: LineNumber(line), note: note.map(str::to_owned) }.into()
}

fn order_noted(note: Option<&str>) -> OrderEvent {
    OrderNoted { order: ORDER, note: note.map(str::to_owned) }.into()
}

fn parked(label: Option<&str>) -> OrderEvent {
    OrderParked { order: ORDER, label: label.map(str::to_owned) }.into()
}

fn resumed() -> OrderEvent {
    OrderResumed { order: ORDER }.into()
}

/// A cart with one case and two cables.
fn cart() -> Vec<OrderEvent> {
    vec![opened(), added(1, CASE, PIECE), added(2, CABLE, Quantity::each(2))]
}

/// One priced line at `minor` a unit, 24 % included.
fn priced(line: u32, product: ProductId, quantity: Quantity, minor: i64) -> PricedLine {
    let price = UnitPrice::from_minor(minor, Currency::EUR);
    let total = price.times(quantity, Rounding::HalfUp).unwrap();
    let tax = total.tax_included(Rate::percent(24), Rounding::HalfUp).unwrap();
    PricedLine {
        line: LineNumber(line),
        product,
        sku: format!("SKU-{line}"),
        name: format!("Product {line}"),
        kind: ProductKind::Goods,
        quantity,
        list_price: price,
        unit_price: price,
        price_version: 1,
        tax_group: "standard".to_owned(),
        treatment: TaxTreatment::Standard,
        tax_rate: Rate::percent(24),
        amount: total,
        discount: eur(0),
        line_total: total,
        tax_base: total.minus(tax).unwrap(),
        tax,
        steps: Vec::new(),
    }
}

/// These lines as a quote that adds up.
fn quote_of(lines: Vec<PricedLine>) -> Quote {
    let sum = |amount: fn(&PricedLine) -> Money| Money::sum(lines.iter().map(amount), Currency::EUR).unwrap();
    let (base, tax, total) = (sum(|l| l.tax_base), sum(|l| l.tax), sum(|l| l.line_total));
    let row = TaxRow {
        tax_group: "standard".to_owned(),
        treatment: TaxTreatment::Standard,
        rate: Rate::percent(24),
        base,
        tax,
    };
    Quote {
        currency: Currency::EUR,
        tax_included: true,
        rounding: Rounding::HalfUp,
        scope: RoundingScope::Line,
        subtotal: sum(|l| l.amount),
        discount: sum(|l| l.discount),
        taxes: vec![row],
        tax,
        total,
        lines,
    }
}

/// [`cart`] with cases at 19.90 and cables at 10.00: 39.90.
fn quote() -> Quote {
    quote_of(vec![priced(1, CASE, PIECE, 1_990), priced(2, CABLE, Quantity::each(2), 1_000)])
}

/// [`cart`], given away.
fn free_quote() -> Quote {
    quote_of(vec![priced(1, CASE, PIECE, 0), priced(2, CABLE, Quantity::each(2), 0)])
}

fn placed(quote: Quote) -> OrderEvent {
    OrderPlaced { order: ORDER, quote, short_approved: Vec::new() }.into()
}

fn secured() -> OrderEvent {
    StockSecured { order: ORDER }.into()
}

/// One cable is left.
fn short() -> ShortLine {
    ShortLine { line: LineNumber(2), product: CABLE, wanted: Quantity::each(2), available: PIECE }
}

fn reopened() -> OrderEvent {
    OrderReopened { order: ORDER, short: vec![short()] }.into()
}

fn confirmed(quote: Quote) -> OrderEvent {
    OrderConfirmed { order: ORDER, total: quote.total, taxes: quote.taxes }.into()
}

fn cancelled(placed: bool) -> OrderEvent {
    OrderCancelled { order: ORDER, reason: "customer left".to_owned(), placed }.into()
}

fn reversed(quote: Quote) -> OrderEvent {
    let reason = "wrong customer".to_owned();
    OrderReversed { order: ORDER, document: DOCUMENT, reason, total: quote.total, taxes: quote.taxes }.into()
}

fn placed_order() -> Vec<OrderEvent> {
    [cart(), vec![placed(quote())]].concat()
}

fn secured_order() -> Vec<OrderEvent> {
    [placed_order(), vec![secured()]].concat()
}

fn confirmed_order() -> Vec<OrderEvent> {
    [secured_order(), vec![confirmed(quote())]].concat()
}

fn reversed_order() -> Vec<OrderEvent> {
    [confirmed_order(), vec![reversed(quote())]].concat()
}

fn parked_order() -> Vec<OrderEvent> {
    [cart(), vec![parked(Some("Maria's mother"))]].concat()
}

fn cancelled_order() -> Vec<OrderEvent> {
    [cart(), vec![cancelled(false)]].concat()
}
