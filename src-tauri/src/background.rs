//! What the register does when nobody asks anything. It begins once the register is open and ends before it closes.

use pos::Pos;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{interval, timeout};

/// How often the idle work is done.
const IDLE_EVERY: Duration = Duration::from_mins(1);

/// How long a stop waits for work that is under way, such as a printer that does not answer.
const DRAINING_PATIENCE: Duration = Duration::from_secs(3);

/// The tasks, and the word that ends them.
pub struct Background {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Background {
    /// Begins all of them.
    pub fn begin(pos: &Pos) -> Self {
        let stop = watch::Sender::new(false);
        let mut tasks = JoinSet::new();
        tasks.spawn(idle(pos.clone(), stop.subscribe()));
        tasks.spawn(print(pos.clone(), stop.subscribe()));
        Self { stop, tasks }
    }

    /// Asks them to end, and says whether each ended of itself. One that does not is dropped where it waits.
    pub async fn stop(mut self) -> bool {
        self.stop.send_replace(true);
        let drained = timeout(DRAINING_PATIENCE, async { while self.tasks.join_next().await.is_some() {} }).await;
        if drained.is_err() {
            tracing::warn!(left = self.tasks.len(), "background work was still busy at the stop");
        }
        drained.is_ok()
    }
}

async fn idle(pos: Pos, mut stop: watch::Receiver<bool>) {
    let mut ticks = interval(IDLE_EVERY);
    loop {
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            _ = ticks.tick() => {}
        }
        if let Err(error) = pos.idle().await {
            tracing::warn!(%error, "idle work failed");
        }
    }
}

/// Prints what is queued. At the stop the paper that is on its way comes out, and no other is begun.
async fn print(pos: Pos, mut stop: watch::Receiver<bool>) {
    let stopping = async {
        // The sender lives as long as the tasks do.
        let _ = stop.wait_for(|stop| *stop).await;
        pos.stop_printing().await;
    };
    tokio::join!(pos.clone().serve_printer(), stopping);
}
