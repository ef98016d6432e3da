//! The cashier's window.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use tauri::plugin::TauriPlugin;
use tauri::{App, Manager, WebviewUrl, WebviewWindowBuilder, Wry};

/// The window's label; its capability names it.
const LABEL: &str = "counter";

/// The usual counter screen, in CSS pixels.
const WIDTH: f64 = 1366.0;
const HEIGHT: f64 = 768.0;

/// The smallest screen that the counter is held at.
const LEAST_WIDTH: f64 = 1024.0;
const LEAST_HEIGHT: f64 = 640.0;

/// Opens the window, as large as the screen.
pub fn open(app: &App) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Minas POS")
        .inner_size(WIDTH, HEIGHT)
        .min_inner_size(LEAST_WIDTH, LEAST_HEIGHT)
        .maximized(true)
        .disable_drag_drop_handler()
        // The counter is one page: nothing may lead it elsewhere.
        .on_navigation(|url| matches!(url.scheme(), "tauri" | "ipc") || url.host_str() == Some("tauri.localhost"))
        .build()?;
    Ok(())
}

/// A second start on the same data folder brings the first window to the front instead.
pub fn single_instance(data_dir: &Path) -> TauriPlugin<Wry> {
    let mut hash = DefaultHasher::new();
    std::path::absolute(data_dir).unwrap_or_else(|_| data_dir.to_owned()).hash(&mut hash);
    tauri_plugin_single_instance::Builder::new()
        .callback(|app, _, _| {
            if let Some(window) = app.get_webview_window(LABEL) {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        })
        .dbus_id(format!("shop.minas.pos.d{:016x}", hash.finish()))
        .build()
}
