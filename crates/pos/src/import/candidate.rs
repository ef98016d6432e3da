//! A row on its way to becoming a product of this shop: its tax group, its category, its price list.

use super::row::{CatalogRow, SCHEMA, Seen};
use super::run::Watch;
use super::source::Source;
use super::table::Table;
use super::{Rejection, RowError, RowRejection};
use crate::ShopContext;
use catalog::{ImportedPrice, ProductDetails};
use kernel::{Currency, Moment, PriceListId, ProductId, Quantity, Rate};

/// Rows that are read, checked and written together. Smaller commits write the same index pages more often; larger
/// ones make stopping slow.
pub(super) const CHUNK_ROWS: usize = 5_000;

/// What a shop makes of a row: fixed for one import.
pub(super) struct Rules {
    currency: Currency,
    list: PriceListId,
    valid_from_ms: i64,
    tax_groups: Vec<(Rate, String)>,
}

impl Rules {
    /// The shop's rules at this moment. Where several tax groups have one rate, the country's first one is meant.
    pub(super) fn of(shop: &ShopContext, at: &Moment) -> Self {
        let groups = &shop.profile.tax_groups;
        let rated =
            groups.iter().filter_map(|group| Some((shop.profile.rate_at(&group.code, at)?, group.code.clone())));
        Self { currency: shop.currency, list: shop.price_list, valid_from_ms: at.now_ms, tax_groups: rated.collect() }
    }
}

/// A row that is good by itself. Whether another product has its codes, the catalog knows.
pub(super) struct Candidate {
    /// The line in the file.
    pub(super) line: u64,
    /// Its product, unless the catalog knows its SKU under another id.
    pub(super) product: ProductId,
    pub(super) details: ProductDetails,
    pub(super) price: ImportedPrice,
    /// The names of its category from the root down.
    pub(super) category: Vec<String>,
    pub(super) fingerprint: String,
    /// What lies on the shelf.
    pub(super) stock: Option<Quantity>,
}

/// Rows that go together.
#[derive(Default)]
pub(super) struct Chunk {
    pub(super) good: Vec<Candidate>,
    pub(super) bad: Vec<RowError>,
}

impl Chunk {
    /// Rows of the file, good and bad.
    pub(super) fn rows(&self) -> usize {
        self.good.len() + self.bad.len()
    }
}

/// A catalog file, chunk by chunk.
pub(super) struct Candidates<'a> {
    table: Table,
    seen: Seen,
    rules: &'a Rules,
}

impl<'a> Candidates<'a> {
    /// Opens the file.
    ///
    /// # Errors
    /// IMP-001 to IMP-005, IMP-008.
    pub(super) fn open(source: Source<'_>, rules: &'a Rules) -> Result<Self, Rejection> {
        Ok(Self { table: Table::open(source, SCHEMA)?, seen: Seen::default(), rules })
    }

    /// Reads the file to its end and counts its rows, whatever they hold.
    ///
    /// # Errors
    /// IMP-002 for a file without rows; IMP-001, IMP-003, IMP-005 when it cannot be read on; IMP-007 when somebody stops
    /// it, because a small archive may unpack to very many rows.
    pub(super) fn count(source: Source<'_>, watch: Watch<'_>) -> Result<u64, Rejection> {
        let mut table = Table::open(source, SCHEMA)?;
        let mut rows = 0;
        while table.next_row()?.is_some() {
            rows += 1;
            if watch.is_stopped() {
                return Err(Rejection::Stopped { done: 0, total: rows });
            }
        }
        if rows == 0 { Err(Rejection::NoRows { file: source.name() }) } else { Ok(rows) }
    }

    /// The next rows; an empty chunk at the end of the file.
    ///
    /// # Errors
    /// IMP-001, IMP-003, IMP-005 when the file cannot be read on.
    pub(super) fn next_chunk(&mut self) -> Result<Chunk, Rejection> {
        let mut chunk = Chunk::default();
        while chunk.rows() < CHUNK_ROWS {
            let Some(row) = self.table.next_row()? else { break };
            let read = row.and_then(|row| CatalogRow::read(&row, self.rules.currency));
            match read.and_then(|row| candidate(row, self.rules, &mut self.seen)) {
                Ok(candidate) => chunk.good.push(candidate),
                Err(error) => chunk.bad.push(error),
            }
        }
        Ok(chunk)
    }
}

fn candidate(row: CatalogRow, rules: &Rules, seen: &mut Seen) -> Result<Candidate, RowError> {
    let group = rules.tax_groups.iter().find(|(rate, _)| *rate == row.tax_rate).map(|(_, group)| group.clone());
    let Some(tax_group) = group else {
        let reason = RowRejection::NoTaxGroup { rate: row.tax_rate.to_string() };
        return Err(RowError::new(row.line, "tax_rate_bp", &reason));
    };
    seen.take(&row)?;
    let category = if row.category.is_empty() { None } else { Some(catalog::category_id_for_path(&row.category)) };
    let product = catalog::product_id_for_sku(&row.sku);
    let details = ProductDetails {
        sku: row.sku,
        name: row.name,
        barcodes: row.barcodes,
        kind: row.kind,
        tax_group,
        unit: row.unit,
        category,
        serialised: row.serialised,
        discountable: row.discountable,
        image: None,
        active: true,
        listed: row.listed,
        brand: row.brand,
        package_size: row.package_size,
        popularity: i64::from(row.popularity),
    };
    Ok(Candidate {
        line: row.line,
        product,
        details,
        price: ImportedPrice { list: rules.list, price: row.price, valid_from_ms: rules.valid_from_ms },
        category: row.category,
        fingerprint: row.fingerprint,
        stock: row.stock,
    })
}

/// The column to mend for what the catalog refuses.
pub(super) fn column_of(refused: &catalog::Rejection) -> &'static str {
    use catalog::Rejection as Refused;
    match refused {
        Refused::TextInvalid { field, .. } | Refused::StyleInvalid { field, .. } => field,
        Refused::BarcodeTaken { .. } | Refused::TooManyBarcodes { .. } => "barcode",
        Refused::PriceOutOfRange | Refused::PriceListUnknown | Refused::CurrencyDiffers { .. } => "price_minor",
        Refused::CategoryUnknown | Refused::CategoryBelowItself | Refused::CategoryTooDeep { .. } => "category_path",
        Refused::SerialisedNotGoods => "serialised",
        Refused::ProductUnknown | Refused::AlreadyExists | Refused::SkuTaken { .. } => "sku",
    }
}
