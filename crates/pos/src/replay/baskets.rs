//! A basket file, read and believed: what was sold, at which price, and what each line came to.

use crate::import::source::Source;
use crate::import::table::{Row, Schema, Table};
use crate::import::{Rejection, RowError, RowRejection};
use kernel::{AmountError, Currency, Money, Quantity, Rounding, Unit, UnitPrice};
use orders::ExternalSource;
use std::collections::HashMap;
use std::path::Path;

const SCHEMA: Schema = Schema {
    required: &["basket_id", "sku", "kind", "qty", "unit_price", "gross_minor", "net_minor"],
    optional: &["ts", "mfr_coupon_minor"],
};

/// A quantity of one, in thousandths.
const ONE_MILLI: i64 = 1_000;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct BasketFile {
    /// In the order of their first lines.
    pub(crate) baskets: Vec<Basket>,
    /// Lines that sold nothing and paid nothing.
    pub(crate) empty_lines: u64,
}

/// One customer's basket: one order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Basket {
    /// The file's name for it.
    pub(crate) id: String,
    /// What its order keeps of the file: the basket's name and its time, as the file writes it.
    pub(crate) source: ExternalSource,
    pub(crate) lines: Vec<SoldLine>,
    /// Σ manufacturers' coupons, in minor units: money from a third party.
    pub(crate) coupons_minor: i64,
}

/// One line that sold something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SoldLine {
    /// The line in the file.
    pub(crate) line: u64,
    pub(crate) sku: String,
    /// In the catalog's unit, whatever unit the file names.
    pub(crate) quantity_milli: i64,
    pub(crate) unit_price: UnitPrice,
    /// What the line came to, in minor units.
    pub(crate) net_minor: i64,
}

impl SoldLine {
    /// What the discounts took off: `round_half_up(unit_price × quantity) − net`. Below zero where the line came to
    /// more ("2 for 5" rounding).
    pub(crate) fn discount_minor(&self) -> Result<i64, AmountError> {
        // The unit does not matter to the product of price and quantity.
        let full = self.unit_price.times(Quantity::milli(self.quantity_milli, Unit::Each), Rounding::HalfUp)?;
        Ok(full.minor - self.net_minor)
    }
}

impl Basket {
    /// Σ nets, in minor units.
    pub(crate) fn net_minor(&self) -> i64 {
        self.lines.iter().map(|line| line.net_minor).sum()
    }
}

/// What one row is.
enum Kind {
    /// Something was sold, if only for nothing.
    Sold,
    /// Sold, but its quantity was not kept: one, at what it came to.
    WithoutQuantity,
    /// Only a coupon.
    CouponOnly,
    Empty,
}

/// Reads a whole file.
///
/// # Errors
/// IMP-001 to IMP-005, IMP-008; IMP-009 for the first line that does not hold what it should.
pub(crate) fn read(path: &Path, currency: Currency) -> Result<BasketFile, Rejection> {
    let mut table = Table::open(Source::At(path), SCHEMA)?;
    let mut file = BasketFile::default();
    let mut places: HashMap<String, usize> = HashMap::new();
    while let Some(row) = table.next_row()? {
        let row = row.map_err(refused)?;
        add(&row, currency, &mut file, &mut places).map_err(refused)?;
    }
    if file.baskets.is_empty() {
        return Err(Rejection::NoRows { file: path.display().to_string() });
    }
    Ok(file)
}

fn add(
    row: &Row<'_>,
    currency: Currency,
    file: &mut BasketFile,
    places: &mut HashMap<String, usize>,
) -> Result<(), RowError> {
    let id = row.needed("basket_id")?;
    let place = if let Some(place) = places.get(id) {
        *place
    } else {
        let source = source(row, id)?;
        file.baskets.push(Basket { id: id.to_owned(), source, lines: Vec::new(), coupons_minor: 0 });
        places.insert(id.to_owned(), file.baskets.len() - 1);
        file.baskets.len() - 1
    };
    let basket = &mut file.baskets[place];
    let coupon_minor = minor(row, "mfr_coupon_minor", currency)?;
    basket.coupons_minor += coupon_minor;
    match kind(row)? {
        Kind::Sold => basket.lines.push(sold(row, currency)?),
        Kind::WithoutQuantity => basket.lines.push(without_quantity(row, currency)?),
        Kind::CouponOnly => {}
        Kind::Empty => file.empty_lines += 1,
    }
    Ok(())
}

fn source(row: &Row<'_>, id: &str) -> Result<ExternalSource, RowError> {
    let most = ExternalSource::MAX_CHARS as u64;
    let source = ExternalSource::new(id, row.optional("ts")?.unwrap_or_default());
    source.ok_or_else(|| row.error("basket_id", &RowRejection::TextInvalid { most }))
}

fn kind(row: &Row<'_>) -> Result<Kind, RowError> {
    let named = match row.needed("kind")? {
        "sale" | "weighed" | "fuel" | "free" => Kind::Sold,
        "qty0_sale" => Kind::WithoutQuantity,
        "coupon_only" => return Ok(Kind::CouponOnly),
        "empty" => return Ok(Kind::Empty),
        other => {
            return Err(row.unknown_word("kind", other, "sale, weighed, fuel, free, qty0_sale, coupon_only, empty"));
        }
    };
    Ok(named)
}

fn sold(row: &Row<'_>, currency: Currency) -> Result<SoldLine, RowError> {
    let text = row.needed("qty")?;
    let quantity = Quantity::parse(text, Unit::Each).map_err(|error| amount_error(row, "qty", text, error))?;
    if !(1..=Quantity::MAX_MILLI).contains(&quantity.milli) {
        return Err(row.error("qty", &RowRejection::OutOfRange { found: text.to_owned() }));
    }
    let text = row.needed("unit_price")?;
    let unit_price = UnitPrice::parse(text, currency).map_err(|error| amount_error(row, "unit_price", text, error))?;
    if unit_price.milli_minor < 0 {
        return Err(row.error("unit_price", &RowRejection::OutOfRange { found: text.to_owned() }));
    }
    line(row, quantity.milli, unit_price, currency)
}

fn without_quantity(row: &Row<'_>, currency: Currency) -> Result<SoldLine, RowError> {
    let gross = minor(row, "gross_minor", currency)?;
    let unit_price = UnitPrice::checked(i128::from(gross) * 1_000, currency)
        .map_err(|error| amount_error(row, "gross_minor", &gross.to_string(), error))?;
    line(row, ONE_MILLI, unit_price, currency)
}

fn line(row: &Row<'_>, quantity_milli: i64, unit_price: UnitPrice, currency: Currency) -> Result<SoldLine, RowError> {
    row.needed("net_minor")?;
    let net_minor = minor(row, "net_minor", currency)?;
    let sold = SoldLine { line: row.line, sku: row.needed("sku")?.to_owned(), quantity_milli, unit_price, net_minor };
    sold.discount_minor().map_err(|error| amount_error(row, "unit_price", &unit_price.to_string(), error))?;
    Ok(sold)
}

/// An amount that is not below zero; an absent one is nothing.
fn minor(row: &Row<'_>, column: &'static str, currency: Currency) -> Result<i64, RowError> {
    let minor = row.integer(column)?.unwrap_or_default();
    match Money::checked(i128::from(minor), currency) {
        Ok(amount) if amount.minor >= 0 => Ok(amount.minor),
        Ok(_) | Err(_) => Err(row.error(column, &RowRejection::OutOfRange { found: minor.to_string() })),
    }
}

fn amount_error(row: &Row<'_>, column: &'static str, text: &str, error: AmountError) -> RowError {
    let found = text.to_owned();
    match error {
        AmountError::NotANumber(_) => row.error(column, &RowRejection::NotANumber { found }),
        AmountError::OutOfRange | AmountError::CurrencyMismatch(..) => {
            row.error(column, &RowRejection::OutOfRange { found })
        }
    }
}

/// A bad line stops the whole file: half a day would look like a whole one.
pub(crate) fn refused(error: RowError) -> Rejection {
    Rejection::BadLine { line: error.line, column: error.column, reason: error.reason }
}
