//! A register's own settings: its printer and its look. The stream's id is the register's.

mod change_look;
mod change_printer;
mod events;

pub use change_look::ChangeLook;
pub use change_printer::ChangePrinter;
pub use events::*;

use crate::Rejection;
use crate::settings::{Look, PrinterSettings};
use eventing::Decider;
use kernel::Moment;
use serde::{Deserialize, Serialize};

/// What somebody chose for a register; the rest is as it comes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Device {
    /// Where paper comes out.
    pub printer: PrinterSettings,
    /// How it looks and behaves.
    pub look: Look,
}

/// What can be asked of a register's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeviceCommand {
    /// See [`ChangePrinter`].
    ChangePrinter(ChangePrinter),
    /// See [`ChangeLook`].
    ChangeLook(ChangeLook),
}

impl Decider for Device {
    const KIND: &'static str = "store.device";
    const FOLD_VERSION: u16 = 1;
    type State = Self;
    type Command = DeviceCommand;
    type Event = DeviceEvent;
    type Rejection = Rejection;

    fn decide(state: &Self, command: DeviceCommand, _: &Moment) -> Result<Vec<DeviceEvent>, Rejection> {
        match command {
            DeviceCommand::ChangePrinter(command) => change_printer::decide(state, command),
            DeviceCommand::ChangeLook(command) => change_look::decide(state, command),
        }
    }

    fn evolve(state: Self, event: &DeviceEvent) -> Self {
        match event {
            DeviceEvent::PrinterChanged(changed) => Self { printer: changed.printer.clone(), ..state },
            DeviceEvent::LookChanged(changed) => Self { look: changed.look.clone(), ..state },
        }
    }
}
