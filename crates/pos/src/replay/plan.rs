//! From a basket to the gestures that sell it, each with the id that makes it happen once.

use super::baskets::{Basket, BasketFile, SoldLine};
use crate::import::{RowError, RowRejection};
use kernel::{AmountError, CommandId, LineNumber, Money, OrderId, ProductId, Quantity, ShiftId, Unit, UnitPrice, Uuid};
use orders::ExternalSource;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The namespace of replayed commands.
const NAMESPACE: Uuid = Uuid::from_u128(0x3b2a_7c1e_90d4_4c5b_8f6e_5d1a_6b7c_8d9e);

/// What an operator would say for a price that is not the list's.
pub(crate) const PRICE_REASON: &str = "replay: the price of that day";
/// For a total above price × quantity.
pub(crate) const TOTAL_REASON: &str = "replay: the total of that day";
/// For a line that must not take in a later one of the same product.
pub(crate) const APART_REASON: &str = "replay: a line of its own";
/// For everything that was taken off.
pub(crate) const DISCOUNT_REASON: &str = "replay: the discounts of that day";

/// What tells one file's commands from another's: the hash of its bytes, packed or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileKey([u8; 32]);

impl FileKey {
    /// Reads the whole file once.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let mut hash = Sha256::new();
        let mut buffer = vec![0_u8; 64 * 1024];
        loop {
            let read = file.read(&mut buffer)?;
            if read == 0 {
                return Ok(Self(hash.finalize().into()));
            }
            hash.update(&buffer[..read]);
        }
    }

    /// The command that opens the replay's shift of this number.
    pub(crate) fn open_shift(self, number: u32) -> CommandId {
        self.command("", &format!("shift.{number}.open"))
    }

    /// The shift that [`FileKey::open_shift`] opens.
    pub(crate) fn shift(self, number: u32) -> ShiftId {
        ShiftId(Uuid::new_v5(&self.open_shift(number).0, b"shift"))
    }

    /// The command that closes this shift.
    pub(crate) fn close_shift(self, shift: ShiftId) -> CommandId {
        self.command("", &format!("{shift}.close"))
    }

    /// The id of one step: the same file, basket and step give the same command, on every register and every time.
    pub(crate) fn command(self, basket: &str, step: &str) -> CommandId {
        let mut name = self.0.to_vec();
        for part in [basket, step] {
            name.extend_from_slice(&(part.len() as u64).to_be_bytes());
            name.extend_from_slice(part.as_bytes());
        }
        CommandId(Uuid::new_v5(&NAMESPACE, &name))
    }
}

/// One product as the catalog has it now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) product: ProductId,
    pub(crate) unit: Unit,
    pub(crate) price: UnitPrice,
    /// Whether a discount may touch it.
    pub(crate) discountable: bool,
}

/// One gesture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) command: CommandId,
    pub(crate) act: Act,
}

/// What the gesture does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Act {
    /// A line is added; the first one opens the order.
    Add { product: ProductId, quantity_milli: i64 },
    /// Another price for one unit.
    Price { line: LineNumber, price: UnitPrice },
    /// Another total for the line.
    Total { line: LineNumber, total: Money, reason: &'static str },
    /// Something off the line.
    Discount { line: LineNumber, amount: Money },
    /// A third party pays.
    Coupon { value: Money },
    /// Cash pays the rest exactly.
    Cash,
    /// Nothing is due.
    Place,
}

impl Act {
    /// Whether it acknowledges money.
    pub(crate) const fn pays(&self) -> bool {
        match self {
            Self::Coupon { .. } | Self::Cash | Self::Place => true,
            Self::Add { .. } | Self::Price { .. } | Self::Total { .. } | Self::Discount { .. } => false,
        }
    }
}

/// How one basket is sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sale {
    pub(crate) order: OrderId,
    /// The command that opens the order.
    pub(crate) open: CommandId,
    /// What the order keeps of the file.
    pub(crate) source: ExternalSource,
    pub(crate) steps: Vec<Step>,
}

/// Plans one basket that sold something.
pub(crate) fn sale(
    key: FileKey,
    basket: &Basket,
    listed: impl Fn(&str) -> Option<Listed>,
) -> Result<Sale, AmountError> {
    let open = key.command(&basket.id, "open");
    let order = OrderId(Uuid::new_v5(&open.0, b"order"));
    Ok(Sale { order, open, source: basket.source.clone(), steps: steps(key, basket, listed)? })
}

/// The steps that sell one basket, in order. `listed` finds a line's product; a line that it does not find is left
/// out, so the caller asks [`unknown_skus`] first.
pub(crate) fn steps(
    key: FileKey,
    basket: &Basket,
    listed: impl Fn(&str) -> Option<Listed>,
) -> Result<Vec<Step>, AmountError> {
    let mut steps = Vec::new();
    let step = |name: String, act| Step { command: key.command(&basket.id, &name), act };
    for (index, sold) in basket.lines.iter().enumerate() {
        let Some(listed) = listed(&sold.sku) else { continue };
        let number = LineNumber(u32::try_from(index + 1).map_err(|_| AmountError::OutOfRange)?);
        let add = Act::Add { product: listed.product, quantity_milli: sold.quantity_milli };
        steps.push(step(format!("{number}.add"), add));
        let again = basket.lines[index + 1..].iter().any(|later| later.sku == sold.sku);
        for act in prices(sold, number, listed, again)? {
            let name = if matches!(act, Act::Price { .. }) { "price" } else { "amount" };
            steps.push(step(format!("{number}.{name}"), act));
        }
    }
    let currency = basket.lines.first().map(|line| line.unit_price.currency);
    let Some(currency) = currency else { return Ok(steps) };
    let total = basket.net_minor();
    if total == 0 {
        steps.push(step("place".to_owned(), Act::Place));
        return Ok(steps);
    }
    if basket.coupons_minor > 0 {
        let value = Money::checked(i128::from(basket.coupons_minor), currency)?;
        steps.push(step("coupon".to_owned(), Act::Coupon { value }));
    }
    if basket.coupons_minor < total {
        steps.push(step("cash".to_owned(), Act::Cash));
    }
    Ok(steps)
}

/// What makes the line come to its net: a price and a discount where they can, its total where they cannot. Where the
/// same product comes `again`, a line at the list's price would take it in, so its total is fixed.
fn prices(sold: &SoldLine, line: LineNumber, listed: Listed, again: bool) -> Result<Vec<Act>, AmountError> {
    let currency = sold.unit_price.currency;
    let off = sold.discount_minor()?;
    let total = Money::checked(i128::from(sold.net_minor), currency)?;
    if off < 0 || (off > 0 && !listed.discountable) {
        return Ok(vec![Act::Total { line, total, reason: TOTAL_REASON }]);
    }
    let mut acts = Vec::new();
    if sold.unit_price.milli_minor != listed.price.milli_minor {
        acts.push(Act::Price { line, price: sold.unit_price });
    }
    if off > 0 {
        acts.push(Act::Discount { line, amount: Money::checked(i128::from(off), currency)? });
    }
    if acts.is_empty() && again {
        acts.push(Act::Total { line, total, reason: APART_REASON });
    }
    Ok(acts)
}

/// What the catalog does not have, in the order of the file, each once.
pub(crate) fn unknown_skus(file: &BasketFile, listed: impl Fn(&str) -> Option<Listed>) -> Vec<&str> {
    let mut seen = HashSet::new();
    let skus = file.baskets.iter().flat_map(|basket| &basket.lines).map(|line| line.sku.as_str());
    skus.filter(|sku| listed(sku).is_none() && seen.insert(*sku)).collect()
}

/// Finds the first line whose quantity does not fit the catalog's unit.
///
/// # Errors
/// IMP-024 at its quantity.
pub(crate) fn check(file: &BasketFile, listed: impl Fn(&str) -> Option<Listed>) -> Result<(), RowError> {
    for sold in file.baskets.iter().flat_map(|basket| &basket.lines) {
        let quantity = listed(&sold.sku).map(|listed| Quantity::milli(sold.quantity_milli, listed.unit));
        if let Some(quantity) = quantity.filter(|quantity| !quantity.is_sellable()) {
            let reason = RowRejection::OutOfRange { found: quantity.to_string() };
            return Err(RowError::new(sold.line, "qty", &reason));
        }
    }
    Ok(())
}
