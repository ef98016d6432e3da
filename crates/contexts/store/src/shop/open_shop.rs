//! Opening the shop.

use super::{Shop, ShopDetails, ShopEvent, ShopOpened};
use crate::text::{MAX_NAME_CHARS, address, line};
use crate::{Profile, Rejection, tax_id};
use kernel::StoreId;

/// Opens the shop. Records [`ShopOpened`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenShop {
    /// Its id, which is also its stream's.
    pub store: StoreId,
    /// What its owner says of it.
    pub details: ShopDetails,
}

/// # Errors
/// SHO-001, SHO-002, SHO-003, SHO-004.
pub(super) fn decide(state: &Shop, command: OpenShop) -> Result<Vec<ShopEvent>, Rejection> {
    match state {
        Shop::Open { .. } => Err(Rejection::AlreadyOpened),
        Shop::Unopened => {
            let given = command.details;
            let Some(profile) = Profile::find(&given.country) else {
                return Err(Rejection::CountryUnknown { country: given.country });
            };
            let details = ShopDetails {
                name: line("name", &given.name, MAX_NAME_CHARS)?,
                address: address(&given.address)?,
                tax_id: tax_id::parse(profile, given.tax_id.as_deref())?,
                ..given
            };
            Ok(vec![ShopOpened { store: command.store, details }.into()])
        }
    }
}
