//! Another printer.

use super::{Device, DeviceEvent, PrinterChanged};
use crate::Rejection;
use crate::settings::PrinterSettings;
use kernel::RegisterId;

/// Says where a register's paper comes out. Records [`PrinterChanged`], or nothing where nothing differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangePrinter {
    /// The register, which is also the stream's id.
    pub register: RegisterId,
    /// From now on.
    pub printer: PrinterSettings,
}

/// # Errors
/// SHO-012.
pub(super) fn decide(state: &Device, command: ChangePrinter) -> Result<Vec<DeviceEvent>, Rejection> {
    let ChangePrinter { register, printer } = command;
    let printer = printer.cleaned()?;
    if printer == state.printer {
        return Ok(Vec::new());
    }
    Ok(vec![PrinterChanged { register, printer }.into()])
}
