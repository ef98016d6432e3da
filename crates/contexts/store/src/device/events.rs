//! Every fact about a register's own settings.

use crate::settings::{Look, PrinterSettings};
use kernel::RegisterId;

eventing::fact! {
    /// Paper comes out elsewhere, or otherwise.
    PrinterChanged, "store.device.printer_changed", v 1, {
        /// The register.
        register: RegisterId,
        /// From now on.
        printer: PrinterSettings,
    }
}

eventing::fact! {
    /// The register looks or behaves otherwise.
    LookChanged, "store.device.look_changed", v 1, {
        /// The register.
        register: RegisterId,
        /// From now on.
        look: Look,
    }
}

eventing::events! {
    /// What a register's settings can record.
    pub enum DeviceEvent { PrinterChanged, LookChanged }
}
