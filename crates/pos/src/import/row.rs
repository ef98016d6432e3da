//! One row of a catalog file: raw values become a product once, here.

use super::table::{Row, Schema};
use super::{RowError, RowRejection};
use contracts::ProductKind;
use kernel::{AmountError, Currency, Quantity, Rate, Unit, UnitPrice, gtin};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// The columns of a catalog file.
pub(crate) const SCHEMA: Schema = Schema {
    required: &["sku", "name", "price_minor", "tax_rate_bp"],
    optional: &[
        "barcode",
        "category_path",
        "brand",
        "package_size",
        "uom",
        "n_lines",
        "listed",
        "kind",
        "serialised",
        "discountable",
        "stock",
    ],
};

/// The columns that say nothing of the product itself.
const OF_THE_SHELF: &str = "stock";

/// What divides the names of a category path.
const PATH_DIVIDER: char = '>';

/// What divides several barcodes of one product.
const BARCODE_DIVIDER: char = '|';

const MAX_CODE_CHARS: usize = 64;
const MAX_NAME_CHARS: usize = 200;
const MAX_CATEGORY_LEVELS: usize = 8;

/// A product as the file states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CatalogRow {
    /// The line in the file.
    pub(crate) line: u64,
    pub(crate) sku: String,
    pub(crate) name: String,
    /// In the form in which codes are looked up.
    pub(crate) barcodes: Vec<String>,
    /// From the root down; empty for a product without a category.
    pub(crate) category: Vec<String>,
    pub(crate) brand: Option<String>,
    pub(crate) package_size: Option<String>,
    pub(crate) unit: Unit,
    pub(crate) price: UnitPrice,
    pub(crate) tax_rate: Rate,
    pub(crate) kind: ProductKind,
    pub(crate) serialised: bool,
    pub(crate) discountable: bool,
    pub(crate) listed: bool,
    /// How often it was sold elsewhere: the more, the earlier in a search.
    pub(crate) popularity: u32,
    /// What lies on the shelf on the first day; only a demo takes it.
    pub(crate) stock: Option<Quantity>,
    /// What tells this row from another that names the same product.
    pub(crate) fingerprint: String,
}

impl CatalogRow {
    /// Reads one row.
    ///
    /// # Errors
    /// The first column that does not hold what it should.
    pub(crate) fn read(row: &Row<'_>, currency: Currency) -> Result<Self, RowError> {
        let unit = unit(row)?;
        Ok(Self {
            line: row.line,
            sku: bounded(row, "sku", row.needed("sku")?, MAX_CODE_CHARS)?,
            name: bounded(row, "name", row.needed("name")?, MAX_NAME_CHARS)?,
            barcodes: barcodes(row)?,
            category: category(row)?,
            brand: text(row, "brand")?,
            package_size: text(row, "package_size")?,
            unit,
            price: price(row, currency)?,
            tax_rate: tax_rate(row)?,
            kind: kind(row)?,
            serialised: row.flag("serialised", false)?,
            discountable: row.flag("discountable", true)?,
            listed: row.flag("listed", true)?,
            popularity: popularity(row)?,
            stock: stock(row, unit)?,
            fingerprint: fingerprint(row)?,
        })
    }
}

fn text(row: &Row<'_>, column: &'static str) -> Result<Option<String>, RowError> {
    row.optional(column)?.map(|text| bounded(row, column, text, MAX_NAME_CHARS)).transpose()
}

fn bounded(row: &Row<'_>, column: &'static str, text: &str, most: usize) -> Result<String, RowError> {
    if !kernel::is_line(text, most) {
        return Err(row.error(column, &RowRejection::TextInvalid { most: most as u64 }));
    }
    Ok(text.to_owned())
}

fn barcodes(row: &Row<'_>) -> Result<Vec<String>, RowError> {
    let mut codes: Vec<String> = Vec::new();
    for code in row.optional("barcode")?.unwrap_or_default().split(BARCODE_DIVIDER).map(str::trim) {
        let code = bounded(row, "barcode", &gtin::normalise(code), MAX_CODE_CHARS)?;
        if !code.is_empty() && !codes.contains(&code) {
            codes.push(code);
        }
    }
    Ok(codes)
}

fn category(row: &Row<'_>) -> Result<Vec<String>, RowError> {
    let path = row.optional("category_path")?.unwrap_or_default();
    let names = path.split(PATH_DIVIDER).map(str::trim).filter(|name| !name.is_empty());
    let names = names.map(|name| bounded(row, "category_path", name, MAX_NAME_CHARS)).collect::<Result<Vec<_>, _>>()?;
    if names.len() > MAX_CATEGORY_LEVELS {
        let found = format!("{} levels", names.len());
        return Err(row.error("category_path", &RowRejection::OutOfRange { found }));
    }
    Ok(names)
}

fn unit(row: &Row<'_>) -> Result<Unit, RowError> {
    let Some(code) = row.optional("uom")? else { return Ok(Unit::Each) };
    Unit::from_code(&code.to_ascii_lowercase()).ok_or_else(|| row.unknown_word("uom", code, "ea, kg, lb, l, gal, m, h"))
}

fn price(row: &Row<'_>, currency: Currency) -> Result<UnitPrice, RowError> {
    const COLUMN: &str = "price_minor";
    row.needed(COLUMN)?;
    let minor = row.integer(COLUMN)?.unwrap_or_default();
    let price = UnitPrice::checked(i128::from(minor) * 1_000, currency).ok().filter(|price| price.milli_minor >= 0);
    price.ok_or_else(|| out_of_range(row, COLUMN, minor))
}

fn tax_rate(row: &Row<'_>) -> Result<Rate, RowError> {
    const COLUMN: &str = "tax_rate_bp";
    row.needed(COLUMN)?;
    let points = row.integer(COLUMN)?.unwrap_or_default();
    let rate = i32::try_from(points).ok().and_then(|points| Rate::from_basis_points(points).ok());
    rate.filter(|rate| *rate >= Rate::ZERO).ok_or_else(|| out_of_range(row, COLUMN, points))
}

fn kind(row: &Row<'_>) -> Result<ProductKind, RowError> {
    match row.optional("kind")? {
        None | Some("goods") => Ok(ProductKind::Goods),
        Some("service") => Ok(ProductKind::Service),
        Some("fee") => Ok(ProductKind::Fee),
        Some("voucher") => Ok(ProductKind::Voucher),
        Some(other) => Err(row.unknown_word("kind", other, "goods, service, fee, voucher")),
    }
}

fn popularity(row: &Row<'_>) -> Result<u32, RowError> {
    let count = row.integer("n_lines")?.unwrap_or_default();
    u32::try_from(count).map_err(|_| out_of_range(row, "n_lines", count))
}

fn stock(row: &Row<'_>, unit: Unit) -> Result<Option<Quantity>, RowError> {
    let Some(text) = row.optional("stock")? else { return Ok(None) };
    let found = || text.to_owned();
    let stock = Quantity::parse(text, unit).map_err(|error| match error {
        AmountError::NotANumber(_) => row.error("stock", &RowRejection::NotANumber { found: found() }),
        AmountError::OutOfRange | AmountError::CurrencyMismatch(..) => {
            row.error("stock", &RowRejection::OutOfRange { found: found() })
        }
    })?;
    let countable = stock.milli >= 0 && (!unit.is_whole() || stock.milli % 1_000 == 0);
    if countable { Ok(Some(stock)) } else { Err(row.error("stock", &RowRejection::OutOfRange { found: found() })) }
}

fn out_of_range(row: &Row<'_>, column: &'static str, found: i64) -> RowError {
    row.error(column, &RowRejection::OutOfRange { found: found.to_string() })
}

/// The first half of SHA-256 over the columns that we know: another order of columns, or one that we do not read,
/// makes no new row.
fn fingerprint(row: &Row<'_>) -> Result<String, RowError> {
    let mut hash = Sha256::new();
    for column in SCHEMA.required.iter().chain(SCHEMA.optional).filter(|column| **column != OF_THE_SHELF) {
        let value = row.optional(column)?.unwrap_or_default();
        hash.update((value.len() as u64).to_be_bytes());
        hash.update(value.as_bytes());
    }
    let digits = |mut text: String, byte: &u8| {
        let hex = |nibble: u8| char::from_digit(u32::from(nibble), 16).expect("a nibble is one digit");
        text.push(hex(byte >> 4));
        text.push(hex(byte & 0xf));
        text
    };
    Ok(hash.finalize().iter().take(16).fold(String::with_capacity(32), digits))
}

/// The codes that earlier rows of the file took, each with its line.
#[derive(Default)]
pub(crate) struct Seen {
    skus: HashMap<String, u64>,
    barcodes: HashMap<String, u64>,
}

impl Seen {
    /// Takes the codes of a row. Upper and lower case of a SKU are one.
    ///
    /// # Errors
    /// IMP-026 when an earlier row has one of them; then this row takes nothing.
    pub(crate) fn take(&mut self, row: &CatalogRow) -> Result<(), RowError> {
        let twice = |column, found: &str, line: u64| {
            Err(RowError::new(row.line, column, &RowRejection::Duplicate { found: found.to_owned(), line }))
        };
        let sku = row.sku.to_ascii_uppercase();
        if let Some(line) = self.skus.get(&sku) {
            return twice("sku", &row.sku, *line);
        }
        if let Some((code, line)) =
            row.barcodes.iter().find_map(|code| self.barcodes.get(code).map(|line| (code, line)))
        {
            return twice("barcode", code, *line);
        }
        self.skus.insert(sku, row.line);
        self.barcodes.extend(row.barcodes.iter().map(|code| (code.clone(), row.line)));
        Ok(())
    }
}
