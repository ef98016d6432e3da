//! Every business refusal of the till.

use kernel::{Currency, Money};

kernel::rejections! {
    /// Why the till may refuse.
    pub enum Rejection {
        /// Close it first, or go on with it.
        "TIL-001" ShiftAlreadyOpen { number: u32 }: "shift {number} is open on this register",
        /// Open one first: money without a shift would belong to nobody.
        "TIL-002" NoOpenShift: "no shift is open on this register",
        /// It was counted before.
        "TIL-003" ShiftIsClosed: "the shift is closed",
        /// A float below zero.
        "TIL-004" FloatNegative { float: Money }: "a float of {float} cannot lie in a drawer",
        /// A count below zero.
        "TIL-005" CountNegative { counted: Money }: "{counted} cannot lie in a drawer",
        /// More than a drawer holds: a barcode in the amount field.
        "TIL-006" AmountTooLarge { most: Money }: "no drawer holds more than {most}",
        /// One drawer, one currency.
        "TIL-007" CurrencyMismatch { expected: Currency, given: Currency }: "the drawer holds {expected}, not {given}",
        /// A slip of the finger, or of the screen: count once more.
        "TIL-008" PiecesDoNotAddUp { counted: Money, sum: Money }: "the pieces are {sum}, and {counted} was counted",
    }
}
