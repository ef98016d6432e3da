//! A shop with many products, made the way an import makes them.

use anyhow::Result;
use std::fmt::Write as _;
use std::path::Path;
use tests::counter::Counter;

/// Words that names are made of.
const WORDS: [&str; 24] = [
    "Galaxy",
    "iPhone",
    "Redmi",
    "Θήκη",
    "Φορτιστής",
    "Καλώδιο",
    "Silicone",
    "Leather",
    "Glass",
    "Charger",
    "Cable",
    "Power",
    "Bank",
    "Watch",
    "Buds",
    "Speaker",
    "Mouse",
    "Keyboard",
    "Adapter",
    "Holder",
    "Strap",
    "Stylus",
    "Lens",
    "Tripod",
];

/// Low enough that five lines stay below the country's limit on cash.
const PRICES_MINOR: [u32; 7] = [199, 499, 990, 1_490, 2_490, 4_900, 3_990];

/// A shop and its codes.
pub struct Shop {
    pub counter: Counter,
    pub barcodes: Vec<String>,
}

/// A Greek shop with an open shift and this many products.
pub async fn with_products(count: u32) -> Result<Shop> {
    let counter = Counter::open().await?;
    let file = counter.folder().join("catalog.csv");
    let barcodes = write_catalog(&file, count)?;
    tests::counter::import(&counter.pos, &file).await?;
    Ok(Shop { counter, barcodes })
}

/// Writes a catalog file and gives back its barcodes.
pub fn write_catalog(path: &Path, count: u32) -> Result<Vec<String>> {
    let mut text = String::from(
        "sku,barcode,plu,name,category_path,brand,manufacturer_id,package_size,sold_by,uom,price_minor,\
         price_source,n_lines,tax_class,tax_rate_bp,listed\n",
    );
    let mut barcodes = Vec::new();
    for n in 0..count {
        let word = |by: u32| WORDS[(n / by) as usize % WORDS.len()];
        let barcode = barcode(n);
        let price = PRICES_MINOR[n as usize % PRICES_MINOR.len()];
        writeln!(
            text,
            "B{n:06},{barcode},,{} {} {} {n},Bench > {},Brand {},1,,each,ea,{price},made,{},GENERAL,2400,1",
            word(1),
            word(24),
            word(576),
            word(1),
            n % 50,
            n % 1_000
        )?;
        barcodes.push(barcode);
    }
    std::fs::write(path, text)?;
    Ok(barcodes)
}

/// An EAN-13 in the in-store range.
fn barcode(n: u32) -> String {
    let body = format!("29{n:010}");
    let digit = kernel::gtin::check_digit(&body).unwrap_or(0);
    format!("{body}{digit}")
}
