//! Changing what a receipt says beside the law's words.

use super::{ReceiptChanged, Shop, ShopEvent};
use crate::Rejection;
use crate::settings::ReceiptSettings;

/// Changes the shop's own part of a receipt. Records [`ReceiptChanged`], or nothing where nothing differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeReceipt {
    /// From now on.
    pub receipt: ReceiptSettings,
}

/// # Errors
/// SHO-002, SHO-005, SHO-009, SHO-010, SHO-011.
pub(super) fn decide(state: &Shop, command: ChangeReceipt) -> Result<Vec<ShopEvent>, Rejection> {
    let Shop::Open { store, receipt: known, .. } = state else { return Err(Rejection::NotOpened) };
    let receipt = command.receipt.cleaned()?;
    if receipt == *known {
        return Ok(Vec::new());
    }
    Ok(vec![ReceiptChanged { store: *store, receipt }.into()])
}
