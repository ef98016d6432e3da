//! What can be permitted, and how far.

use kernel::{Money, Rate};
use serde::{Deserialize, Serialize};

/// One thing that a role may hold. Names are stored; a new one is added at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "staff/")]
pub enum Permission {
    /// Scan, place and take payment.
    Sell,
    /// Take a line off an open cart.
    VoidLine,
    /// Give a whole order up before completion.
    VoidOrder,
    /// Take something off a line or an order. Limit: a rate.
    Discount,
    /// Set another price than the price list's. Limit: a rate, how far below the list price.
    OverridePrice,
    /// Undo the last sale as a whole. Limit: an amount.
    ReverseSale,
    /// Hand a tender back. Limit: an amount.
    GiveBackTender,
    /// Begin a till's accountability.
    OpenShift,
    /// Count and end it.
    CloseShift,
    /// Change products, categories and prices.
    EditCatalog,
    /// Receive, count and correct stock.
    AdjustStock,
    /// Let tracked stock go below zero.
    SellBelowStock,
    /// Change the shop's settings.
    SetUpShop,
    /// Add operators, set their PINs, give them roles.
    EditStaff,
    /// See turnover and shifts of others.
    SeeReports,
    /// Walk the journal's chain.
    VerifyJournal,
}

impl Permission {
    /// Every permission, in the order of declaration.
    pub const ALL: [Self; 16] = [
        Self::Sell,
        Self::VoidLine,
        Self::VoidOrder,
        Self::Discount,
        Self::OverridePrice,
        Self::ReverseSale,
        Self::GiveBackTender,
        Self::OpenShift,
        Self::CloseShift,
        Self::EditCatalog,
        Self::AdjustStock,
        Self::SellBelowStock,
        Self::SetUpShop,
        Self::EditStaff,
        Self::SeeReports,
        Self::VerifyJournal,
    ];

    /// Whether a second operator may approve a single act of it at the counter. What opens a back office screen
    /// cannot be approved in place: its holder signs on.
    pub const fn can_be_overridden(self) -> bool {
        match self {
            Self::Sell
            | Self::VoidLine
            | Self::VoidOrder
            | Self::Discount
            | Self::OverridePrice
            | Self::ReverseSale
            | Self::GiveBackTender
            | Self::OpenShift
            | Self::CloseShift
            | Self::AdjustStock
            | Self::SellBelowStock => true,
            Self::EditCatalog | Self::SetUpShop | Self::EditStaff | Self::SeeReports | Self::VerifyJournal => false,
        }
    }

    /// Whether a thief would want it: its holder needs a longer PIN.
    pub const fn needs_long_pin(self) -> bool {
        match self {
            Self::Sell | Self::VoidLine | Self::VoidOrder | Self::Discount | Self::OpenShift | Self::CloseShift => {
                false
            }
            Self::OverridePrice
            | Self::ReverseSale
            | Self::GiveBackTender
            | Self::EditCatalog
            | Self::AdjustStock
            | Self::SellBelowStock
            | Self::SetUpShop
            | Self::EditStaff
            | Self::SeeReports
            | Self::VerifyJournal => true,
        }
    }

    /// Whether a grant of it may carry this limit.
    pub const fn takes(self, limit: &Limit) -> bool {
        match limit {
            Limit::DiscountRate(_) => matches!(self, Self::Discount | Self::OverridePrice),
            Limit::Amount(_) => matches!(self, Self::ReverseSale | Self::GiveBackTender),
        }
    }
}

/// The stored name.
impl std::fmt::Display for Permission {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.serialize(f)
    }
}

/// How far a permission reaches; what is at the limit is still permitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case", tag = "kind", content = "value")]
#[ts(export_to = "staff/")]
pub enum Limit {
    /// At most this share of the price.
    DiscountRate(Rate),
    /// At most this amount, in its currency.
    Amount(Money),
}

impl Limit {
    /// Whether `size` stays within. Sizes of another kind or currency do not: a limit that cannot be compared
    /// permits nothing.
    fn covers(&self, size: &Self) -> bool {
        match (self, size) {
            (Self::DiscountRate(most), Self::DiscountRate(asked)) => asked <= most,
            (Self::Amount(most), Self::Amount(asked)) => most.currency == asked.currency && asked.minor <= most.minor,
            (Self::DiscountRate(_), Self::Amount(_)) | (Self::Amount(_), Self::DiscountRate(_)) => false,
        }
    }
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::DiscountRate(rate) => rate.fmt(f),
            Self::Amount(amount) => amount.fmt(f),
        }
    }
}

/// A permission that a role holds, and how far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(export_to = "staff/")]
pub struct Grant {
    /// What.
    pub permission: Permission,
    /// How far; without one, any size.
    pub limit: Option<Limit>,
}

impl Grant {
    /// A permission of any size.
    pub const fn of(permission: Permission) -> Self {
        Self { permission, limit: None }
    }

    /// A permission up to a limit.
    pub const fn up_to(permission: Permission, limit: Limit) -> Self {
        Self { permission, limit: Some(limit) }
    }

    /// Whether an act of this size is within the grant.
    pub(crate) fn covers(&self, size: Option<&Limit>) -> bool {
        match (&self.limit, size) {
            (None, _) => true,
            (Some(limit), Some(size)) => limit.covers(size),
            (Some(_), None) => false,
        }
    }
}
