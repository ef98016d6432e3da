//! Given / when / then for every command and policy, and the view against a real file.

mod adjust_stock;
mod count_stock;
mod issue_stock;
mod policies;
mod receive_stock;
mod release_stock;
mod reserve_stock;
mod return_stock;
mod set_stock_policy;
mod state_opening;
mod stock_level;
mod stock_sums;

use crate::reservation::{Level, Wanted};
use crate::stock::StockPolicy;
use contracts::{
    OrderPlaced, PricedLine, ProductKind, Quote, StockLine, StockReservationFailed, StockReserved, TaxTreatment,
};
use eventing::{App, Begun, Decider, Durability, Gesture, Options, Store};
use kernel::{
    CommandId, CorrelationId, Currency, LineNumber, Moment, Money, OrderId, ProductId, Quantity, Rate, Rounding,
    RoundingScope, UnitPrice, Uuid,
};
use std::sync::Arc;
use tempfile::TempDir;

/// The order of every test.
pub const ORDER: OrderId = OrderId(Uuid::from_u128(0xA));

pub fn product(number: u128) -> ProductId {
    ProductId(Uuid::from_u128(number))
}

pub fn stock(number: u128, pieces: i64) -> StockLine {
    StockLine { product: product(number), quantity: Quantity::each(pieces) }
}

pub fn wanted(line: u32, number: u128, pieces: i64) -> Wanted {
    Wanted { line: LineNumber(line), product: product(number), quantity: Quantity::each(pieces) }
}

pub fn level(number: u128, pieces: i64, policy: StockPolicy) -> Level {
    Level { product: product(number), available_milli: pieces * 1_000, policy }
}

pub fn reserved(lines: Vec<StockLine>) -> StockReserved {
    StockReserved { order: ORDER, lines }
}

pub fn failed() -> StockReservationFailed {
    StockReservationFailed { order: ORDER, short: Vec::new() }
}

/// A placed order of lines that sell (product, pieces, kind).
pub fn placed(lines: &[(u128, i64, ProductKind)]) -> OrderPlaced {
    let zero = Money::zero(Currency::EUR);
    let lines = (1..).zip(lines).map(|(number, (sold, pieces, kind))| priced_line(number, *sold, *pieces, *kind));
    OrderPlaced {
        order: ORDER,
        quote: Quote {
            currency: Currency::EUR,
            tax_included: true,
            rounding: Rounding::HalfUp,
            scope: RoundingScope::Line,
            lines: lines.collect(),
            taxes: Vec::new(),
            subtotal: zero,
            discount: zero,
            tax: zero,
            total: zero,
        },
        short_approved: Vec::new(),
    }
}

fn priced_line(number: u32, sold: u128, pieces: i64, kind: ProductKind) -> PricedLine {
    let (zero, free) = (Money::zero(Currency::EUR), UnitPrice::new(0, Currency::EUR));
    PricedLine {
        line: LineNumber(number),
        product: product(sold),
        sku: format!("SKU-{sold}"),
        name: "Case".to_owned(),
        kind,
        quantity: Quantity::each(pieces),
        list_price: free,
        unit_price: free,
        price_version: 1,
        tax_group: "standard".to_owned(),
        treatment: TaxTreatment::Standard,
        tax_rate: Rate::ZERO,
        amount: zero,
        discount: zero,
        line_total: zero,
        tax_base: zero,
        tax: zero,
        steps: Vec::new(),
    }
}

/// A journal in a folder of its own.
pub struct File {
    pub store: Store,
    _folder: TempDir,
}

impl File {
    pub async fn new(app: App) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("minas.db");
        let store = Store::open(&path, Arc::new(app), Options::default()).await.unwrap();
        Self { store, _folder: folder }
    }

    /// Runs one command in a commit of its own.
    pub async fn run<D: Decider>(&self, id: Uuid, command: D::Command) -> Result<(), D::Rejection> {
        let command_id = Uuid::new_v4();
        let at = Moment {
            command: CommandId(command_id),
            correlation: CorrelationId(command_id),
            ..eventing::testing::moment()
        };
        let gesture = Gesture { name: "test", at, durability: Durability::Normal, fingerprint: [0; 32] };
        let Begun::Fresh(mut txn) = self.store.begin(gesture).await.unwrap() else { panic!("a new command") };
        txn.run::<D>(id, command).await.unwrap()?;
        txn.commit(&()).await.unwrap();
        Ok(())
    }

    /// Every offence against the invariants.
    pub async fn offences(&self) -> Vec<String> {
        let mut reader = self.store.reader().await.unwrap();
        let mut found = Vec::new();
        for invariant in crate::INVARIANTS {
            found.extend(sqlx::query_scalar::<_, String>(invariant.sql).fetch_all(&mut *reader).await.unwrap());
        }
        found
    }
}
