//! Given / when / then for every command, and the view against a real file.

mod close_shift;
mod open_shift;
mod shift;

use contracts::{ShiftClosed, ShiftOpened};
use kernel::{Currency, Money, RegisterId, ShiftId, Uuid};

pub const SHIFT: ShiftId = ShiftId(Uuid::from_u128(0x5));
pub const REGISTER: RegisterId = RegisterId(Uuid::from_u128(0x7));

pub const fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

pub fn opened(float: i64) -> ShiftOpened {
    ShiftOpened { shift: SHIFT, register: REGISTER, number: 1, float: eur(float) }
}

pub fn closed(counted: i64, expected: i64) -> ShiftClosed {
    ShiftClosed {
        shift: SHIFT,
        counted: eur(counted),
        expected: eur(expected),
        over_short: eur(counted - expected),
        pieces: Vec::new(),
    }
}
