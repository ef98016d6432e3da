//! Time, injected: a register's clock can be wrong, and a test's clock stands still.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

/// What the running clock of this program counts from.
static BEGINNING: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Where the time comes from.
pub trait Clock: Send + Sync + 'static {
    /// Milliseconds since 1970 UTC.
    fn now_ms(&self) -> i64;

    /// Minutes east of UTC at the store.
    fn offset_minutes(&self) -> i32;

    /// Milliseconds that went by since some moment of this run, whatever anybody does to the clock.
    fn running_ms(&self) -> i64;

    /// The same at another time: a receipt of the summer, printed in winter, still says when it was made.
    fn offset_minutes_at(&self, _at_ms: i64) -> i32 {
        self.offset_minutes()
    }
}

/// The machine's clock and time zone.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        chrono::Utc::now().timestamp_millis()
    }

    fn offset_minutes(&self) -> i32 {
        chrono::Local::now().offset().local_minus_utc() / 60
    }

    fn running_ms(&self) -> i64 {
        i64::try_from(BEGINNING.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    fn offset_minutes_at(&self, at_ms: i64) -> i32 {
        match chrono::DateTime::from_timestamp_millis(at_ms) {
            Some(at) => at.with_timezone(&chrono::Local).offset().local_minus_utc() / 60,
            None => self.offset_minutes(),
        }
    }
}

/// A clock that somebody sets.
#[derive(Debug)]
pub struct SetClock {
    now_ms: AtomicI64,
    running_ms: AtomicI64,
}

impl SetClock {
    /// Stands at `now_ms`.
    pub fn at(now_ms: i64) -> Self {
        Self { now_ms: AtomicI64::new(now_ms), running_ms: AtomicI64::new(0) }
    }

    /// Goes on, or back, by `by_ms`.
    pub fn pass_ms(&self, by_ms: i64) {
        self.now_ms.fetch_add(by_ms, Ordering::SeqCst);
        self.running_ms.fetch_add(by_ms, Ordering::SeqCst);
    }

    /// Somebody sets the machine's clock by `by_ms`, and no time goes by.
    pub fn set_by_hand_ms(&self, by_ms: i64) {
        self.now_ms.fetch_add(by_ms, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now_ms(&self) -> i64 {
        self.now_ms.load(Ordering::SeqCst)
    }

    fn running_ms(&self) -> i64 {
        self.running_ms.load(Ordering::SeqCst)
    }

    fn offset_minutes(&self) -> i32 {
        120
    }
}
