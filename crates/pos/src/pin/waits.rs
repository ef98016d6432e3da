//! Who has to wait before the next guess, by a clock that nobody can set. The journal knows of waits too, and keeps
//! them through a restart; this one holds while the machine's clock is set forward.

use kernel::Uuid;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The ends of waits that began while this program runs, by the stream that counts the guesses.
#[derive(Default)]
pub(crate) struct Waits(Mutex<HashMap<Uuid, i64>>);

impl Waits {
    /// Nobody may guess before `until_ms` of the running clock.
    pub(crate) fn begin(&self, stream: Uuid, until_ms: i64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(stream, until_ms);
    }

    /// What is left of a wait, in milliseconds.
    pub(crate) fn left_ms(&self, stream: Uuid, running_ms: i64) -> Option<i64> {
        let waits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waits.get(&stream).map(|until_ms| until_ms.saturating_sub(running_ms)).filter(|left_ms| *left_ms > 0)
    }

    /// A new PIN forgives the wrong ones before it.
    pub(crate) fn end(&self, stream: Uuid) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&stream);
    }
}

#[cfg(test)]
mod tests {
    use super::Waits;
    use kernel::Uuid;

    #[test]
    fn a_wait_ends_by_the_running_clock_or_by_forgiveness() {
        let (waits, stream) = (Waits::default(), Uuid::from_u128(1));
        waits.begin(stream, 60_000);
        assert_eq!(waits.left_ms(stream, 1), Some(59_999));
        assert_eq!(waits.left_ms(stream, 60_000), None);
        assert_eq!(waits.left_ms(Uuid::from_u128(2), 1), None);
        waits.end(stream);
        assert_eq!(waits.left_ms(stream, 1), None);
    }
}
