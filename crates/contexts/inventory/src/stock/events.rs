//! What can be recorded about one product's stock.

use super::StockPolicy;
use kernel::{ProductId, Quantity};

eventing::fact! {
    /// Goods came in. From now on the product's stock is tracked.
    StockReceived, "inventory.stock.received", v 1, {
        /// The product.
        product: ProductId,
        /// How much; above zero.
        quantity: Quantity,
        /// A delivery note's number, say; may be empty.
        note: String,
    }
}

eventing::fact! {
    /// Goods vanished (negative) or appeared.
    StockAdjusted, "inventory.stock.adjusted", v 1, {
        /// The product.
        product: ProductId,
        /// By how much; never zero.
        by: Quantity,
        /// Why.
        reason: String,
    }
}

eventing::fact! {
    /// Somebody counted the shelf. From now on the product's stock is tracked.
    StockCounted, "inventory.stock.counted", v 1, {
        /// The product.
        product: ProductId,
        /// What lay there.
        counted: Quantity,
        /// What the journal had on hand at that moment.
        expected: Quantity,
        /// Counted − expected: the movement.
        difference: Quantity,
    }
}

eventing::fact! {
    /// Somebody chose what happens when it runs out.
    StockPolicySet, "inventory.stock.policy_set", v 1, {
        /// The product.
        product: ProductId,
        /// What happens from now on.
        policy: StockPolicy,
    }
}

eventing::events! {
    /// What happens to a product's stock by hand.
    pub enum Event { StockReceived, StockAdjusted, StockCounted, StockPolicySet }
}
