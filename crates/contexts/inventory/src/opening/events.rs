//! What an opening records.

use contracts::StockLine;

eventing::fact! {
    /// What lay on the shelves when the shop began with us. From now on these products are tracked.
    OpeningStated, "inventory.opening.stated", v 1, {
        /// Each product once.
        lines: Vec<StockLine>,
    }
}

eventing::events! {
    /// The shop begins.
    pub enum Event { OpeningStated }
}
