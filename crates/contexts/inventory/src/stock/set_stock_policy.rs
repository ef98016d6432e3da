//! Somebody says what happens when it runs out.

use super::{Event, Stock, StockPolicy, StockPolicySet};
use kernel::ProductId;

/// Chooses a product's stock policy: `StockPolicySet`, or nothing where it is chosen already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetStockPolicy {
    /// The product.
    pub product: ProductId,
    /// What happens from now on.
    pub policy: StockPolicy,
}

impl SetStockPolicy {
    pub(super) fn decide(self, state: &Stock) -> Vec<Event> {
        let Self { product, policy } = self;
        if state.policy == Some(policy) { Vec::new() } else { vec![StockPolicySet { product, policy }.into()] }
    }
}
