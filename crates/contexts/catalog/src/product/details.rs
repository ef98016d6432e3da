//! What is said of a product, and what may not be said.

use crate::text::{
    MAX_CODE_CHARS, MAX_IMAGE_CHARS, MAX_NAME_CHARS, MAX_NOTE_CHARS, MAX_TAX_GROUP_CHARS, is_token, line, optional,
};
use crate::{Rejection, normalise_barcode};
use contracts::ProductKind;
use kernel::{CategoryId, Unit};
use serde::{Deserialize, Serialize};

/// The most barcodes that one product has: a unit, its boxes, and what suppliers changed over the years.
pub const MAX_BARCODES: usize = 32;

/// The highest popularity. Beyond it all products are equally popular.
pub const MAX_POPULARITY: i64 = (1 << 30) - 1;

/// What is said of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[expect(clippy::struct_excessive_bools, reason = "four independent switches of the product form")]
#[ts(export_to = "catalog/")]
pub struct ProductDetails {
    /// Our code for it: 1 to 64 characters. Upper and lower case are one.
    pub sku: String,
    /// 1 to 200 characters.
    pub name: String,
    /// As they are stored: see [`normalise_barcode`].
    pub barcodes: Vec<String>,
    /// Goods have stock, the others do not.
    pub kind: ProductKind,
    /// A tax group's code in the country profile; the rate follows from it.
    pub tax_group: String,
    /// What it is sold by.
    pub unit: Unit,
    /// Where it stands.
    pub category: Option<CategoryId>,
    /// Whether each piece has a number of its own (an IMEI).
    pub serialised: bool,
    /// Whether discounts may touch it.
    pub discountable: bool,
    /// A path or an address of a picture.
    pub image: Option<String>,
    /// Whether it is sold at all.
    pub active: bool,
    /// Whether it has a tile; the search finds it anyway.
    pub listed: bool,
    /// Who makes it.
    pub brand: Option<String>,
    /// As printed, such as `2 m` or `22 LB`.
    pub package_size: Option<String>,
    /// The higher, the earlier it is shown. Sales come on top of it.
    #[ts(type = "number")]
    pub popularity: i64,
}

impl ProductDetails {
    /// The details as they are stored: without blanks around texts, barcodes in one form and each once, popularity
    /// in range.
    ///
    /// # Errors
    /// CAT-003, CAT-006, CAT-012.
    pub fn cleaned(self) -> Result<Self, Rejection> {
        if self.serialised && (self.kind != ProductKind::Goods || !self.unit.is_whole()) {
            return Err(Rejection::SerialisedNotGoods);
        }
        if !is_token(&self.tax_group, MAX_TAX_GROUP_CHARS) {
            return Err(Rejection::TextInvalid { field: "tax_group", most: MAX_TAX_GROUP_CHARS });
        }
        let mut barcodes: Vec<String> = Vec::new();
        for code in &self.barcodes {
            let code = normalise_barcode(code)?;
            if !barcodes.contains(&code) {
                barcodes.push(code);
            }
        }
        if barcodes.len() > MAX_BARCODES {
            return Err(Rejection::TooManyBarcodes { most: MAX_BARCODES });
        }
        Ok(Self {
            sku: line("sku", &self.sku, MAX_CODE_CHARS)?,
            name: line("name", &self.name, MAX_NAME_CHARS)?,
            barcodes,
            image: optional("image", self.image.as_deref(), MAX_IMAGE_CHARS)?,
            brand: optional("brand", self.brand.as_deref(), MAX_NOTE_CHARS)?,
            package_size: optional("package_size", self.package_size.as_deref(), MAX_NOTE_CHARS)?,
            popularity: self.popularity.clamp(0, MAX_POPULARITY),
            ..self
        })
    }
}
