//! A device joins the shop.

use super::{EnrolledRegister, RegisterEnrolled, Shop, ShopEvent};
use crate::Rejection;
use crate::text::{MAX_NAME_CHARS, line};
use kernel::RegisterId;

/// The highest number: receipt series have room for three digits.
pub const MAX_REGISTER_NUMBER: u32 = 999;

/// Gives a device its number. Records [`RegisterEnrolled`], or nothing where it has just that number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolRegister {
    /// The device.
    pub register: RegisterId,
    /// What receipts name it by: 1 to [`MAX_REGISTER_NUMBER`], unique within the shop.
    pub number: u32,
    /// What people call it.
    pub name: String,
}

/// # Errors
/// SHO-002, SHO-005, SHO-006, SHO-007, SHO-008.
pub(super) fn decide(state: &Shop, command: EnrolRegister) -> Result<Vec<ShopEvent>, Rejection> {
    let Shop::Open { store, registers, .. } = state else { return Err(Rejection::NotOpened) };
    let EnrolRegister { register, number, name } = command;
    let name = line("name", &name, MAX_NAME_CHARS)?;
    if !(1..=MAX_REGISTER_NUMBER).contains(&number) {
        return Err(Rejection::RegisterNumberOutOfRange { most: MAX_REGISTER_NUMBER });
    }
    if let Some(known) = registers.iter().find(|known| known.register == register) {
        return if *known == (EnrolledRegister { register, number, name }) {
            Ok(Vec::new())
        } else {
            Err(Rejection::RegisterAlreadyEnrolled { register, number: known.number })
        };
    }
    if let Some(holder) = registers.iter().find(|known| known.number == number) {
        return Err(Rejection::RegisterNumberTaken { number, name: holder.name.clone() });
    }
    Ok(vec![RegisterEnrolled { store: *store, register, number, name }.into()])
}
