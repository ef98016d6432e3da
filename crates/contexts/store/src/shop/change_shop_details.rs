//! Changing what stands on the receipt.

use super::{Language, Shop, ShopDetailsChanged, ShopEvent};
use crate::text::{MAX_NAME_CHARS, address, line};
use crate::{Profile, Rejection, tax_id};

/// Changes what an owner may change. Records [`ShopDetailsChanged`], or nothing where nothing differs.
///
/// The country and the price list stay: what was sold under them would not add up any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeShopDetails {
    /// What stands on the receipt.
    pub name: String,
    /// Line by line, as it is printed.
    pub address: Vec<String>,
    /// Where it is known.
    pub tax_id: Option<String>,
    /// The language of the counter.
    pub language: Language,
}

/// # Errors
/// SHO-001, SHO-002, SHO-003, SHO-005.
pub(super) fn decide(state: &Shop, command: ChangeShopDetails) -> Result<Vec<ShopEvent>, Rejection> {
    let Shop::Open { store, details, .. } = state else { return Err(Rejection::NotOpened) };
    let Some(profile) = Profile::find(&details.country) else {
        return Err(Rejection::CountryUnknown { country: details.country.clone() });
    };
    let name = line("name", &command.name, MAX_NAME_CHARS)?;
    let address = address(&command.address)?;
    let tax_id = tax_id::parse(profile, command.tax_id.as_deref())?;
    let language = command.language;
    if (&name, &address, &tax_id, language) == (&details.name, &details.address, &details.tax_id, details.language) {
        return Ok(Vec::new());
    }
    Ok(vec![ShopDetailsChanged { store: *store, name, address, tax_id, language }.into()])
}
