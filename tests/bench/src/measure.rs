//! Times and what can be said of them. Integers only: microseconds and per mille.

use std::future::Future;
use std::time::{Duration, Instant};

/// Times of one thing, in nanoseconds.
#[derive(Debug, Default, Clone)]
pub struct Times(Vec<u64>);

impl Times {
    /// Runs something and keeps how long it took.
    pub async fn time<T>(&mut self, work: impl Future<Output = T>) -> T {
        let begin = Instant::now();
        let result = work.await;
        self.push(begin.elapsed());
        result
    }

    /// Keeps a time that was measured elsewhere.
    pub fn push(&mut self, took: Duration) {
        self.0.push(u64::try_from(took.as_nanos()).unwrap_or(u64::MAX));
    }

    /// Keeps a time as a page tells it, in milliseconds; none, where nothing came.
    pub fn push_ms(&mut self, ms: Option<f64>) {
        if let Some(took) = ms.and_then(|ms| Duration::try_from_secs_f64(ms).ok()) {
            self.push(took / 1_000);
        }
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The time in microseconds that `per_mille` of all lie at or below.
    pub fn us(&self, per_mille: usize) -> u64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let index = (sorted.len().saturating_sub(1) * per_mille).div_ceil(1_000);
        sorted.get(index).copied().unwrap_or(0) / 1_000
    }

    /// Half lie below.
    pub fn p50(&self) -> u64 {
        self.us(500)
    }

    /// One in a hundred lies above.
    pub fn p99(&self) -> u64 {
        self.us(990)
    }
}

/// `part ⁄ whole` in hundredths.
pub fn ratio(part: u64, whole: u64) -> u64 {
    part.saturating_mul(100) / whole.max(1)
}

/// Milliseconds since `begin`.
pub fn ms(begin: Instant) -> u64 {
    u64::try_from(begin.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// Time that all threads of this program have spent on a processor, in microseconds; 0 where the system does not say.
pub fn cpu_us() -> u64 {
    let Ok(tasks) = std::fs::read_dir("/proc/self/task") else { return 0 };
    let on_cpu = |path: std::path::PathBuf| -> Option<u64> {
        let text = std::fs::read_to_string(path.join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse().ok()
    };
    tasks.filter_map(|task| on_cpu(task.ok()?.path())).sum::<u64>() / 1_000
}
