//! What the system says when it wants the program to end: a log-out, a shutdown, Ctrl-C in a shell.

use tauri::AppHandle;

/// Ends the program as closing its window does, so that the stop is a clean one.
#[cfg(unix)]
pub fn end_on_request(handle: &AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    for kind in [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::hangup()] {
        let handle = handle.clone();
        tauri::async_runtime::spawn(async move {
            match signal(kind) {
                Ok(mut asked) => {
                    asked.recv().await;
                    handle.exit(0);
                }
                Err(error) => tracing::warn!(%error, "a request to end will not be heard"),
            }
        });
    }
}

/// Elsewhere the toolkit hears of it itself.
#[cfg(not(unix))]
pub fn end_on_request(_handle: &AppHandle) {}
