//! Runs `tests/features/*.feature` against a register: the promises of the counter, as a shopkeeper reads them.

mod given;
mod then;
mod when;

use anyhow::{Context, Result, bail};
use cucumber::World;
use kernel::{Currency, Money, ProductId, Refusal, TenderId, Uuid};
use pos::api::requests as ask;
use pos::api::words::{CartView, Payment, ReversalView, SaleView, ShiftClosedView};
use std::collections::BTreeMap;
use tests::counter::Counter;

/// What a scenario remembers.
#[derive(World, Default)]
struct Shop {
    counter: Option<Counter>,
    products: BTreeMap<String, Product>,
    cart: Option<CartView>,
    tried: Option<Tried>,
    came: Option<Came>,
    fingerprint: Option<String>,
    approval: Option<Uuid>,
    part: Option<TenderId>,
}

/// Something on the shelf.
#[derive(Debug, Clone)]
struct Product {
    id: ProductId,
    barcode: String,
}

/// What the cashier tried last, to be tried again with an approval.
#[derive(Debug, Clone)]
enum Tried {
    Cash(ask::PayCash),
    Discount(ask::DiscountLine),
}

/// What came of the last act.
#[derive(Debug, Clone)]
enum Came {
    Sold(SaleView),
    Short,
    Undone(ReversalView),
    Counted(ShiftClosedView),
    Done,
    Refused(Refusal),
}

impl std::fmt::Debug for Shop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shop").field("cart", &self.cart).field("came", &self.came).finish_non_exhaustive()
    }
}

impl Shop {
    fn counter(&self) -> Result<&Counter> {
        self.counter.as_ref().context("the scenario opens a shop first")
    }

    fn cart(&self) -> Result<&CartView> {
        self.cart.as_ref().context("the scenario fills a cart first")
    }

    fn product(&self, name: &str) -> Result<&Product> {
        self.products.get(name).with_context(|| format!("nobody put {name} on the shelf"))
    }

    /// The line of a product in the cart.
    fn line_of(&self, name: &str) -> Result<u32> {
        let product = self.product(name)?.id;
        let line = self.cart()?.lines.iter().find(|line| line.product == product);
        Ok(line.with_context(|| format!("no {name} in the cart"))?.line.0)
    }

    /// Keeps what came of a payment.
    fn keep_payment(&mut self, payment: pos::Result<Payment>) -> Result<()> {
        match payment {
            Ok(Payment::Paid { sale }) => self.came = Some(Came::Sold(sale)),
            Ok(Payment::Part { cart }) => (self.cart, self.came) = (Some(cart), Some(Came::Done)),
            Ok(Payment::Short { cart, fingerprint }) => {
                (self.cart, self.fingerprint) = (Some(cart), Some(fingerprint));
                self.came = Some(Came::Short);
            }
            Err(error) => self.keep_refusal(error)?,
        }
        Ok(())
    }

    /// Keeps what came of an edit of the cart.
    fn keep_cart(&mut self, cart: pos::Result<CartView>) -> Result<()> {
        match cart {
            Ok(cart) => (self.cart, self.came) = (Some(cart), Some(Came::Done)),
            Err(error) => self.keep_refusal(error)?,
        }
        Ok(())
    }

    /// Keeps why something was refused; what is no refusal of a rule fails the scenario.
    fn keep_refusal(&mut self, error: pos::Error) -> Result<()> {
        let pos::Error::Refused(refusal) = error else { bail!("{error}") };
        if let Some(fingerprint) = refusal.params["fingerprint"].as_str() {
            self.fingerprint = Some(fingerprint.to_owned());
        }
        self.came = Some(Came::Refused(refusal));
        Ok(())
    }
}

/// Euros as a shopkeeper writes them.
fn euros(text: &str) -> Result<Money> {
    Ok(Money::parse(text, Currency::EUR)?)
}

/// Several scenarios at once: each has a register of its own.
const SCENARIOS_AT_ONCE: usize = 4;

#[tokio::main]
async fn main() {
    let features = tests::project().join("tests/features");
    // Arguments are for tests of another kind: `cargo test -- --nocapture` reaches this one too.
    let runner = Shop::cucumber().max_concurrent_scenarios(SCENARIOS_AT_ONCE).with_default_cli();
    let runner = runner.before(|_, _, scenario, _| {
        // A line that begins with no keyword counts as prose: a misspelt step would be skipped in silence.
        let prose = scenario.description.clone();
        Box::pin(async move { assert_eq!(prose, None, "a scenario is made of steps alone") })
    });
    runner.fail_on_skipped().run_and_exit(features).await;
}
