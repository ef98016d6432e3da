//! What the register does when nobody asks anything.

use crate::register::Register;
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How often.
const EVERY: Duration = Duration::from_mins(1);

/// Begins the idle work: it ends with the program.
pub fn begin(handle: &AppHandle) {
    let handle = handle.clone();
    tauri::async_runtime::spawn(async move {
        let mut ticks = tokio::time::interval(EVERY);
        loop {
            ticks.tick().await;
            let Ok(pos) = handle.state::<Register>().pos() else { continue };
            if let Err(error) = pos.idle().await {
                tracing::warn!(%error, "idle work failed");
            }
        }
    });
}
