//! A wrong PIN, or a wrong recovery code.

use super::{Offered, PinRefused, SignOnEvent, SignOnState, refuse_locked};
use crate::Rejection;
use kernel::{Moment, OperatorId, RegisterId};

/// Wrong PINs in a row before the first wait.
pub const TRIES_BEFORE_LOCK: u32 = 5;

/// The longest wait.
const LONGEST_WAIT_MINUTES: i64 = 15;

const MS_PER_MINUTE: i64 = 60_000;

/// Records [`PinRefused`]. The fifth in a row locks for a minute, each further one for twice as long, up to 15.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordWrongPin {
    /// Whose PIN it was not.
    pub operator: OperatorId,
    /// Where.
    pub register: RegisterId,
    /// What was wrong.
    pub offered: Offered,
}

impl RecordWrongPin {
    pub(super) fn decide(self, state: &SignOnState, at: &Moment) -> Result<Vec<SignOnEvent>, Rejection> {
        refuse_locked(state, at)?;
        let tries = state.lock.wrong().saturating_add(1);
        let locked_until_ms = wait_ms(tries).map(|wait| at.highest_ms.saturating_add(wait));
        let Self { operator, register, offered } = self;
        Ok(vec![PinRefused { operator, register, tries, locked_until_ms, offered }.into()])
    }
}

/// 1, 2, 4, 8, 15, 15… minutes from the fifth wrong PIN on.
fn wait_ms(tries: u32) -> Option<i64> {
    let doublings = tries.checked_sub(TRIES_BEFORE_LOCK)?;
    let minutes = 1_i64.checked_shl(doublings).filter(|minutes| (1..LONGEST_WAIT_MINUTES).contains(minutes));
    Some(minutes.unwrap_or(LONGEST_WAIT_MINUTES) * MS_PER_MINUTE)
}
