//! The till's accountability.

use kernel::{CommandId, Money};

requests! {
    /// Opening the register's shift.
    OpenShift {
        /// The command.
        command: CommandId,
        /// What lies in the drawer.
        float: Money,
    }
    /// Closing the register's shift, blind.
    CloseShift {
        /// The command.
        command: CommandId,
        /// What was counted.
        counted: Money,
        /// The same, piece by piece; their sum must be what was counted. Empty where only a sum was given.
        pieces: Vec<crate::api::words::Pieces>,
    }
    /// A closed shift in full.
    FindShift {
        /// The shift.
        shift: kernel::ShiftId,
    }
    /// A closed shift's report on paper.
    PrintShift {
        /// The command.
        command: CommandId,
        /// The shift.
        shift: kernel::ShiftId,
    }
}
