//! What a cashier and a manager do at the counter, one line each.

use crate::counter::{Counter, MANAGER_PIN, command, details};
use anyhow::{Context, Result, bail};
use catalog::ProductDetails;
use contracts::{CardSlip, Discount};
use kernel::{LineNumber, Money, OrderId, ProductId, Rate, TenderId, Unit, UnitPrice, Uuid};
use pos::Session;
use pos::api::requests as ask;
use pos::api::words::{CartView, ParkedView, Payment, ReversalView, SaleView, Scanned, ShiftClosedView};
use std::fmt::Debug;

/// The code that a gesture was refused with.
#[track_caller]
pub fn code<T: Debug>(result: pos::Result<T>) -> String {
    match result {
        Ok(answer) => panic!("not refused, but: {answer:?}"),
        Err(error) => error.refusal().code,
    }
}

/// What a refused gesture asks a second operator to approve.
#[track_caller]
pub fn fingerprint<T: Debug>(result: pos::Result<T>) -> String {
    match result {
        Ok(answer) => panic!("not refused, but: {answer:?}"),
        Err(error) => {
            let params = error.refusal().params;
            params["fingerprint"].as_str().unwrap_or_else(|| panic!("nobody can approve {params}")).to_owned()
        }
    }
}

/// The slip of a card terminal.
pub fn slip() -> CardSlip {
    CardSlip { reference: "T1-000042".to_owned(), brand: "Visa".to_owned(), last_four: "4242".to_owned() }
}

/// A discount of whole per cents.
pub fn percent(percent: i32) -> Option<Discount> {
    Some(Discount::Rate { rate: Rate::percent(percent) })
}

/// The sale of a payment that was paid in full.
pub fn paid(payment: Payment) -> Result<SaleView> {
    match payment {
        Payment::Paid { sale } => Ok(sale),
        other => bail!("not paid in full: {other:?}"),
    }
}

/// The cart of a payment that left something due.
pub fn part(payment: Payment) -> Result<CartView> {
    match payment {
        Payment::Part { cart } => Ok(cart),
        other => bail!("not paid in part: {other:?}"),
    }
}

/// The cart that came back because stock was short, and what would be approved.
pub fn short(payment: Payment) -> Result<(CartView, String)> {
    match payment {
        Payment::Short { cart, fingerprint } => Ok((cart, fingerprint)),
        other => bail!("not short: {other:?}"),
    }
}

/// The tender that a payment's command makes.
pub fn tender_of(payment: kernel::CommandId) -> TenderId {
    TenderId(Uuid::new_v5(&payment.0, b"tender"))
}

/// A card payment.
pub fn card(cart: &CartView, amount: Option<Money>) -> ask::PayCard {
    let (order, expected_total, expected_due) = (cart.order, cart.total, Some(cart.due));
    ask::PayCard { command: command(), approval: None, order, expected_total, expected_due, amount, slip: slip() }
}

/// A coupon of this value.
pub fn coupon(cart: &CartView, value: Money) -> ask::PayCoupon {
    let (order, expected_total, expected_due) = (cart.order, cart.total, Some(cart.due));
    ask::PayCoupon { command: command(), approval: None, order, expected_total, expected_due, value }
}

/// A discount on a line.
pub fn line_discount(cart: &CartView, line: u32, discount: Option<Discount>) -> ask::DiscountLine {
    let (command, order, line) = (command(), cart.order, LineNumber(line));
    ask::DiscountLine { command, approval: None, order, line, discount, reason: "scratched".to_owned() }
}

/// A discount on the order.
pub fn order_discount(cart: &CartView, discount: Option<Discount>) -> ask::DiscountOrder {
    let reason = "a regular".to_owned();
    ask::DiscountOrder { command: command(), approval: None, order: cart.order, discount, reason }
}

/// Another price for one unit of a line.
pub fn other_price(cart: &CartView, line: u32, price: Option<UnitPrice>) -> ask::OverridePrice {
    let (command, order, line) = (command(), cart.order, LineNumber(line));
    ask::OverridePrice { command, approval: None, order, line, price, reason: "as advertised".to_owned() }
}

/// Another total for a line.
pub fn other_total(cart: &CartView, line: u32, total: Money) -> ask::OverrideLineTotal {
    let (command, order, line) = (command(), cart.order, LineNumber(line));
    ask::OverrideLineTotal { command, approval: None, order, line, total, reason: "2 for 5".to_owned() }
}

/// Undoing a sale.
pub fn reversal(order: OrderId) -> ask::ReverseLast {
    ask::ReverseLast { command: command(), approval: None, order, reason: "wrong colour".to_owned() }
}

impl Counter {
    /// A product that is weighed.
    pub async fn weighed(&self, sku: &str, barcode: &str, price_minor: i64) -> Result<ProductId> {
        let details = ProductDetails { unit: Unit::Kilogram, tax_group: "reduced".to_owned(), ..details(sku, barcode) };
        self.product_with(details, price_minor).await
    }

    /// A quantity for a new line, in thousandths.
    pub async fn scan_milli(&self, order: Option<OrderId>, code: &str, milli: i64) -> pos::Result<Scanned> {
        let request = ask::Scan { command: command(), order, code: code.to_owned(), quantity_milli: Some(milli) };
        self.pos.scan(&self.cashier, request).await
    }

    /// Another quantity for a line, in thousandths.
    pub async fn quantity(&self, cart: &CartView, line: u32, quantity_milli: i64) -> pos::Result<CartView> {
        let (order, line) = (cart.order, LineNumber(line));
        let request = ask::ChangeQuantity { command: command(), order, line, quantity_milli };
        self.pos.change_quantity(&self.cashier, request).await
    }

    /// A line goes.
    pub async fn void_line(&self, cart: &CartView, line: u32) -> pos::Result<Option<CartView>> {
        let (order, line) = (cart.order, LineNumber(line));
        let request = ask::VoidLine { command: command(), approval: None, order, line };
        self.pos.void_line(&self.cashier, request).await
    }

    /// Somebody gives the order up.
    pub async fn cancel(&self, who: &Session, order: OrderId) -> pos::Result<()> {
        let request =
            ask::CancelOrder { command: command(), approval: None, order, reason: "changed my mind".to_owned() };
        self.pos.cancel_order(who, request).await
    }

    /// The cashier closes the cart, to be paid in parts.
    pub async fn place(&self, cart: &CartView) -> pos::Result<Payment> {
        let (order, expected_total) = (cart.order, cart.total);
        let request = ask::PlaceOrder { command: command(), approval: None, order, expected_total };
        self.pos.place_order(&self.cashier, request).await
    }

    /// A part of the balance in cash.
    pub async fn pay_part_in_cash(&self, cart: &CartView, amount: Money) -> pos::Result<Payment> {
        let request = ask::PayCash { partial: true, ..crate::counter::pay_cash(cart, Some(amount)) };
        self.pos.pay_cash(&self.cashier, request).await
    }

    /// A card pays all that is due, or a part.
    pub async fn pay_card(&self, cart: &CartView, amount: Option<Money>) -> pos::Result<Payment> {
        self.pos.pay_card(&self.cashier, card(cart, amount)).await
    }

    /// A coupon of this value.
    pub async fn pay_coupon(&self, cart: &CartView, value: Money) -> pos::Result<Payment> {
        self.pos.pay_coupon(&self.cashier, coupon(cart, value)).await
    }

    /// A tender goes back by the manager's hand.
    pub async fn give_back(&self, order: OrderId, tender: TenderId) -> pos::Result<CartView> {
        let (command, reason) = (command(), "changed my mind".to_owned());
        let request = ask::GiveBackTender { command, approval: None, order, tender, reason };
        self.pos.give_back_tender(&self.manager, request).await
    }

    /// The manager undoes the last sale.
    pub async fn reverse(&self, sale: &SaleView) -> pos::Result<ReversalView> {
        self.pos.reverse_last(&self.manager, reversal(sale.order)).await
    }

    /// The manager sets a price that holds at once.
    pub async fn set_price(&self, product: ProductId, price_minor: i64) -> Result<()> {
        let price = UnitPrice::from_minor(price_minor, self.pos.shop()?.currency);
        let request = ask::SetPrice { command: command(), product, price, valid_from_ms: None, reason: None };
        self.pos.set_price(&self.manager, request).await?;
        Ok(())
    }

    /// The manager approves, with a PIN, what the cashier was refused.
    pub async fn approve_with(&self, fingerprint: &str, pin: &str) -> pos::Result<Uuid> {
        let request = ask::Approve {
            command: command(),
            approver: self.manager.operator,
            pin: pin.to_owned(),
            fingerprint: fingerprint.to_owned(),
            act: "what the manager read".to_owned(),
        };
        self.pos.approve(&self.cashier, request).await
    }

    /// The manager approves.
    pub async fn approve(&self, fingerprint: &str) -> pos::Result<Uuid> {
        self.approve_with(fingerprint, MANAGER_PIN).await
    }

    /// The cashier counts the drawer and closes the shift.
    pub async fn close_shift(&self, counted: Money) -> pos::Result<ShiftClosedView> {
        self.pos.close_shift(&self.cashier, ask::CloseShift { command: command(), counted, pieces: Vec::new() }).await
    }

    /// Somebody signs on.
    pub async fn sign_on(&self, who: &Session, pin: &str) -> pos::Result<Session> {
        self.pos.sign_on(ask::SignOn { operator: who.operator, pin: pin.to_owned() }).await
    }

    /// A new cart with so many pieces of each code.
    pub async fn cart_of(&self, items: &[(&str, i64)]) -> Result<CartView> {
        let mut cart: Option<CartView> = None;
        for (code, pieces) in items {
            match self.scan_milli(cart.as_ref().map(|cart| cart.order), code, pieces * 1_000).await? {
                Scanned::Added { cart: scanned, .. } => cart = Some(scanned),
                Scanned::Unknown { code, .. } => bail!("{code} is unknown"),
                Scanned::Receipt { document } => bail!("{code} is the receipt {document}"),
            }
        }
        cart.context("a cart needs a code")
    }

    /// The cashier writes on a line.
    pub async fn note_line(&self, cart: &CartView, line: u32, note: Option<&str>) -> pos::Result<CartView> {
        let (order, line, note) = (cart.order, LineNumber(line), note.map(str::to_owned));
        self.pos.note_line(&self.cashier, ask::NoteLine { command: command(), order, line, note }).await
    }

    /// The cashier writes on the order.
    pub async fn note_order(&self, cart: &CartView, note: Option<&str>) -> pos::Result<CartView> {
        let (order, note) = (cart.order, note.map(str::to_owned));
        self.pos.note_order(&self.cashier, ask::NoteOrder { command: command(), order, note }).await
    }

    /// The cashier scans what nobody knows.
    pub async fn scan_unknown(&self, order: Option<OrderId>, code: &str) -> Result<CartView> {
        match self.scan(order, code).await? {
            Scanned::Unknown { cart, .. } => Ok(cart),
            Scanned::Added { .. } | Scanned::Receipt { .. } => bail!("{code} is known"),
        }
    }

    /// The cashier lets an unknown code go.
    pub async fn ignore(&self, cart: &CartView, unknown: u32) -> pos::Result<Option<CartView>> {
        let request = ask::IgnoreUnknown { command: command(), order: cart.order, unknown };
        self.pos.ignore_unknown(&self.cashier, request).await
    }

    /// The cashier puts the order aside.
    pub async fn park(&self, order: OrderId, label: Option<&str>) -> pos::Result<Vec<ParkedView>> {
        let label = label.map(str::to_owned);
        self.pos.park_order(&self.cashier, ask::ParkOrder { command: command(), order, label }).await
    }

    /// The cashier takes a parked order up.
    pub async fn resume(&self, order: OrderId) -> pos::Result<CartView> {
        self.pos.resume_order(&self.cashier, ask::ResumeOrder { command: command(), order }).await
    }
}
