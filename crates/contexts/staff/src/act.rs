//! The acts that ask for a permission, and how their size is measured.

use crate::{Limit, Permission};
use kernel::{Money, Rate};

/// Something that an operator is about to do, with its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Scan, place, take payment.
    Sell,
    /// Take a line off.
    VoidLine,
    /// Give the order up.
    VoidOrder,
    /// Discount a line.
    DiscountLine {
        /// All that operators take off this line, as a share of its price: small steps do not add up past a limit.
        rate: Rate,
    },
    /// Discount the order.
    DiscountOrder {
        /// All that operators take off the order, the discounts of its lines included, as a share of its price.
        rate: Rate,
    },
    /// Set another price.
    OverridePrice {
        /// How far below the price list's; zero for a higher one.
        rate: Rate,
    },
    /// Undo the last sale.
    ReverseSale {
        /// What goes back; positive.
        amount: Money,
    },
    /// Hand a tender back.
    GiveBackTender {
        /// What goes back; positive.
        amount: Money,
    },
    /// Begin a shift.
    OpenShift,
    /// End a shift.
    CloseShift,
    /// Change products and prices.
    EditCatalog,
    /// Correct stock.
    AdjustStock,
    /// Let tracked stock go below zero.
    SellBelowStock,
    /// Change the shop's settings.
    SetUpShop,
    /// Change operators and roles.
    EditStaff,
    /// See reports.
    SeeReports,
    /// Walk the journal.
    VerifyJournal,
}

impl Act {
    /// What it needs.
    pub const fn permission(&self) -> Permission {
        match self {
            Self::Sell => Permission::Sell,
            Self::VoidLine => Permission::VoidLine,
            Self::VoidOrder => Permission::VoidOrder,
            Self::DiscountLine { .. } | Self::DiscountOrder { .. } => Permission::Discount,
            Self::OverridePrice { .. } => Permission::OverridePrice,
            Self::ReverseSale { .. } => Permission::ReverseSale,
            Self::GiveBackTender { .. } => Permission::GiveBackTender,
            Self::OpenShift => Permission::OpenShift,
            Self::CloseShift => Permission::CloseShift,
            Self::EditCatalog => Permission::EditCatalog,
            Self::AdjustStock => Permission::AdjustStock,
            Self::SellBelowStock => Permission::SellBelowStock,
            Self::SetUpShop => Permission::SetUpShop,
            Self::EditStaff => Permission::EditStaff,
            Self::SeeReports => Permission::SeeReports,
            Self::VerifyJournal => Permission::VerifyJournal,
        }
    }

    /// Its size, where it has one.
    pub const fn size(&self) -> Option<Limit> {
        match self {
            Self::DiscountLine { rate } | Self::DiscountOrder { rate } | Self::OverridePrice { rate } => {
                Some(Limit::DiscountRate(*rate))
            }
            Self::ReverseSale { amount } | Self::GiveBackTender { amount } => Some(Limit::Amount(*amount)),
            Self::Sell
            | Self::VoidLine
            | Self::VoidOrder
            | Self::OpenShift
            | Self::CloseShift
            | Self::EditCatalog
            | Self::AdjustStock
            | Self::SellBelowStock
            | Self::SetUpShop
            | Self::EditStaff
            | Self::SeeReports
            | Self::VerifyJournal => None,
        }
    }
}

/// What `taken` off `price` is as a rate, both in minor units of one currency: rounded up, so that no fraction slips
/// under a limit; never below zero; the whole where there was no price to take it from.
pub fn rate_of(taken: Money, price: Money) -> Rate {
    if taken.minor <= 0 {
        return Rate::ZERO;
    }
    if price.minor <= 0 || taken.currency != price.currency || taken.minor > price.minor {
        return Rate::ONE;
    }
    let (taken, price) = (i128::from(taken.minor), i128::from(price.minor));
    let ppm = (taken * i128::from(Rate::ONE.ppm()) + price - 1) / price;
    i64::try_from(ppm).ok().and_then(|ppm| Rate::from_ppm(ppm).ok()).unwrap_or(Rate::ONE)
}
