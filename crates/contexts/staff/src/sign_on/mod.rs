//! One operator at one register: signing on and off, wrong PINs, and the wait after too many of them.
//!
//! Tries are counted by operator and register, so that nobody can lock out a colleague elsewhere, and they are folded
//! from the journal, so that a restart forgets nothing. The wait ends by the highest time that the journal has seen:
//! setting the clock back opens nothing.

mod events;
mod forgive;
mod record_right_pin;
mod record_sign_on;
mod record_wrong_pin;
mod sign_off;

pub use events::{Offered, PinAccepted, PinRefused, SignOnEvent, SignedOff, SignedOn};
pub use forgive::Forgive;
pub use record_right_pin::RecordRightPin;
pub use record_sign_on::RecordSignOn;
pub use record_wrong_pin::{RecordWrongPin, TRIES_BEFORE_LOCK};
pub use sign_off::SignOff;

use crate::Rejection;
use eventing::Decider;
use kernel::{Moment, OperatorId, RegisterId, Uuid};
use serde::{Deserialize, Serialize};

/// The namespace of sign-on streams.
const SIGN_ONS: Uuid = Uuid::from_u128(0x2b7d_9e11_7c30_4c58_8d35_5ad0_93c1_6e44);

/// The namespace of the streams that count recovery codes.
const RECOVERIES: Uuid = Uuid::from_u128(0x7e0c_61b4_0f2a_4f7d_9a6e_3c58_d1b7_2e90);

const MS_PER_SECOND: i64 = 1_000;

/// The stream of one operator at one register: UUIDv5 of the two ids.
pub fn sign_on_stream(operator: OperatorId, register: RegisterId) -> Uuid {
    Uuid::new_v5(&SIGN_ONS, &[*operator.0.as_bytes(), *register.0.as_bytes()].concat())
}

/// The stream in which wrong recovery codes of one operator at one register are counted: by the same rules, but apart
/// from PINs, so that somebody who has forgotten theirs, and guessed, can use the paper at once.
pub fn recovery_stream(operator: OperatorId, register: RegisterId) -> Uuid {
    Uuid::new_v5(&RECOVERIES, &[*operator.0.as_bytes(), *register.0.as_bytes()].concat())
}

/// The rules of signing on.
pub struct SignOn;

/// What can be asked of it.
#[derive(Debug, Clone, PartialEq)]
pub enum SignOnCommand {
    /// The right PIN came, to sign on or to unlock the screen.
    SignOn(RecordSignOn),
    /// The right PIN came, to approve something; who is signed on stays so.
    RightPin(RecordRightPin),
    /// A wrong PIN came.
    WrongPin(RecordWrongPin),
    /// A recovery code gave them a new PIN.
    Forgive(Forgive),
    /// They leave the register.
    SignOff(SignOff),
}

/// What a sign-on stream folds to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SignOnState {
    /// Whether they are signed on.
    pub presence: Presence,
    /// Whether a PIN may be tried.
    pub lock: Lock,
}

/// Whether an operator is signed on at this register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Not here.
    #[default]
    Off,
    /// Signed on.
    On,
}

/// What wrong PINs have led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Lock {
    /// A PIN may be tried.
    Open {
        /// Wrong ones since the last right one.
        wrong: u32,
    },
    /// No PIN may be tried before this time; afterwards, a wrong one locks again at once, for longer.
    Until {
        /// Wrong ones since the last right one.
        wrong: u32,
        /// By the highest time that the journal has seen.
        until_ms: i64,
    },
}

impl Default for Lock {
    fn default() -> Self {
        Self::Open { wrong: 0 }
    }
}

impl Lock {
    pub(crate) const fn wrong(self) -> u32 {
        match self {
            Self::Open { wrong } | Self::Until { wrong, .. } => wrong,
        }
    }
}

/// How long no PIN may be tried here, in milliseconds; None when one may. To be asked before a PIN is hashed, so
/// that a locked register costs an attacker's guess nothing to refuse.
pub fn lock_left(state: &SignOnState, at: &Moment) -> Option<i64> {
    match state.lock {
        Lock::Until { until_ms, .. } if at.highest_ms < until_ms => Some(until_ms.saturating_sub(at.highest_ms)),
        Lock::Until { .. } | Lock::Open { .. } => None,
    }
}

/// What to tell somebody whose wrong PIN has just been recorded: a wait, or how many tries are left.
pub fn pin_refusal(state: &SignOnState, at: &Moment) -> Rejection {
    match refuse_locked(state, at) {
        Err(locked) => locked,
        Ok(()) => Rejection::WrongPin { tries_left: TRIES_BEFORE_LOCK.saturating_sub(state.lock.wrong()) },
    }
}

/// The same for a recovery code.
pub fn code_refusal(state: &SignOnState, at: &Moment) -> Rejection {
    match refuse_locked(state, at) {
        Err(locked) => locked,
        Ok(()) => Rejection::WrongRecoveryCode { tries_left: TRIES_BEFORE_LOCK.saturating_sub(state.lock.wrong()) },
    }
}

/// The lock as a rejection.
fn refuse_locked(state: &SignOnState, at: &Moment) -> Result<(), Rejection> {
    lock_left(state, at).map_or(Ok(()), |left_ms| Err(locked(left_ms, at)))
}

/// What to tell somebody who has to wait for so many milliseconds.
pub fn locked(left_ms: i64, at: &Moment) -> Rejection {
    let seconds_left = left_ms.unsigned_abs().div_ceil(MS_PER_SECOND.unsigned_abs());
    Rejection::Locked { until_ms: at.highest_ms.saturating_add(left_ms), seconds_left }
}

impl Decider for SignOn {
    const KIND: &'static str = "staff.sign_on";
    const FOLD_VERSION: u16 = 1;
    type State = SignOnState;
    type Command = SignOnCommand;
    type Event = SignOnEvent;
    type Rejection = Rejection;

    fn decide(state: &SignOnState, command: SignOnCommand, at: &Moment) -> Result<Vec<SignOnEvent>, Rejection> {
        match command {
            SignOnCommand::SignOn(command) => command.decide(state, at),
            SignOnCommand::RightPin(command) => command.decide(state, at),
            SignOnCommand::WrongPin(command) => command.decide(state, at),
            SignOnCommand::Forgive(command) => Ok(command.decide(state)),
            SignOnCommand::SignOff(command) => Ok(command.decide(state)),
        }
    }

    fn evolve(state: SignOnState, event: &SignOnEvent) -> SignOnState {
        match event {
            SignOnEvent::SignedOn(_) => SignOnState { presence: Presence::On, lock: Lock::default() },
            SignOnEvent::PinAccepted(_) => SignOnState { lock: Lock::default(), ..state },
            SignOnEvent::PinRefused(PinRefused { tries, locked_until_ms, .. }) => {
                let lock = match locked_until_ms {
                    None => Lock::Open { wrong: *tries },
                    Some(until_ms) => Lock::Until { wrong: *tries, until_ms: *until_ms },
                };
                SignOnState { lock, ..state }
            }
            SignOnEvent::SignedOff(_) => SignOnState { presence: Presence::Off, ..state },
        }
    }
}
