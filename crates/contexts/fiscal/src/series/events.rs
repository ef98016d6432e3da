//! What the series record.

use contracts::{DocumentType, ReceiptNumbered};
use kernel::RegisterId;

eventing::fact! {
    /// Documents of this type are numbered in this series from now on, beginning with 1.
    SeriesOpened, "fiscal.series.opened", v 1, {
        /// The register.
        register: RegisterId,
        /// The type of document.
        document_type: DocumentType,
        /// Such as `A`; never used before on this register.
        label: String,
    }
}

eventing::fact! {
    /// Somebody chose who submits documents; the country profile does at first.
    AdapterChosen, "fiscal.series.adapter_chosen", v 1, {
        /// The adapter's name.
        adapter: String,
        /// Whether documents are submitted at all.
        submits: bool,
    }
}

eventing::events! {
    /// What happens to the register's series.
    pub enum Event { SeriesOpened, AdapterChosen, ReceiptNumbered }
}
