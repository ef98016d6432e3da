//! Another look.

use super::{Device, DeviceEvent, LookChanged};
use crate::Rejection;
use crate::settings::Look;
use kernel::RegisterId;

/// Says how a register looks and behaves. Records [`LookChanged`], or nothing where nothing differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLook {
    /// The register, which is also the stream's id.
    pub register: RegisterId,
    /// From now on.
    pub look: Look,
}

/// # Errors
/// SHO-013, SHO-014, SHO-015.
pub(super) fn decide(state: &Device, command: ChangeLook) -> Result<Vec<DeviceEvent>, Rejection> {
    let ChangeLook { register, look } = command;
    let look = look.checked()?;
    if look == state.look {
        return Ok(Vec::new());
    }
    Ok(vec![LookChanged { register, look }.into()])
}
