//! Why a shop may refuse.

use kernel::RegisterId;

kernel::rejections! {
    /// Every refusal of this context.
    pub enum Rejection {
        /// No profile of that code.
        "SHO-001" CountryUnknown { country: String }: "there is no country profile {country}",
        /// A text that is empty, too long or holds control characters.
        "SHO-002" TextInvalid { field: &'static str, most: usize }:
            "{field} needs 1 to {most} characters, none of them a control character",
        /// A digit of the tax id is wrong.
        "SHO-003" TaxIdInvalid { tax_id: String }: "{tax_id} is not a tax id of this country",
        /// The shop stands already.
        "SHO-004" AlreadyOpened: "the shop was opened before",
        /// There is no shop yet.
        "SHO-005" NotOpened: "the shop was not opened yet",
        /// Another register has this number; receipts would share a series.
        "SHO-006" RegisterNumberTaken { number: u32, name: String }: "register number {number} belongs to {name}",
        /// The device has a number already.
        "SHO-007" RegisterAlreadyEnrolled { register: RegisterId, number: u32 }:
            "register {register} is enrolled as number {number}",
        /// Receipt series have room for three digits.
        "SHO-008" RegisterNumberOutOfRange { most: u32 }: "a register's number lies between 1 and {most}",
        /// More lines than fit.
        "SHO-009" TooManyLines { field: &'static str, most: usize }: "{field} has at most {most} lines",
        /// Too large for paper, or its bits do not fill it.
        "SHO-010" LogoInvalid { most_width: u16, most_height: u16 }:
            "the logo has at most {most_width} by {most_height} dots, and exactly the bits that its size says",
        /// No address that a phone opens.
        "SHO-011" LinkInvalid { most: usize }: "the link begins with https:// and has at most {most} characters",
        /// Nothing could be found there.
        "SHO-012" PrinterAddressInvalid { field: &'static str }: "the printer's {field} cannot be used",
        /// Beyond what the screens can do.
        "SHO-013" NumberOutOfRange { field: &'static str, least: u16, most: u16 }:
            "{field} lies between {least} and {most}",
        /// No key, or one that a scanner or the window needs.
        "SHO-014" KeyInvalid { action: String, key: String }: "{key} cannot be the key for {action}",
        /// One key, two actions.
        "SHO-015" KeyTaken { key: String, action: String }: "{key} is the key for {action} already",
    }
}
