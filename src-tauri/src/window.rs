//! The cashier's window.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use tauri::plugin::TauriPlugin;
use tauri::webview::NewWindowResponse;
use tauri::{App, Manager, Url, WebviewUrl, WebviewWindowBuilder, Wry};

/// The window's label; its capability names it.
const LABEL: &str = "counter";

/// The usual counter screen, in CSS pixels.
const WIDTH: f64 = 1366.0;
const HEIGHT: f64 = 768.0;

/// The smallest screen that the counter is held at.
const LEAST_WIDTH: f64 = 1024.0;
const LEAST_HEIGHT: f64 = 640.0;

/// What a browser offers beside its page and a counter does not: a menu that reloads or saves, a dialog that prints to
/// a file, and opening the file that somebody drops on the window.
const NO_BROWSER: &str = "\
addEventListener('contextmenu', (event) => event.preventDefault(), true);
for (const kind of ['dragover', 'drop']) addEventListener(kind, (event) => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
}, true);
Object.defineProperty(window, 'print', { value: () => undefined, writable: false, configurable: false });";

/// Where the web view looks for the network: nothing answers there. A policy does not bind what a browser does on its
/// own account, such as a connection made ready in advance.
#[cfg(target_os = "linux")]
const NO_NETWORK: &str = "http://127.0.0.1:9";

/// Opens the window, as large as the screen.
pub fn open(app: &App) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()));
    #[cfg(target_os = "linux")]
    let window = window.proxy_url(Url::parse(NO_NETWORK).map_err(tauri::Error::InvalidUrl)?);
    window
        .title("Minas POS")
        .inner_size(WIDTH, HEIGHT)
        .min_inner_size(LEAST_WIDTH, LEAST_HEIGHT)
        .maximized(true)
        .disable_drag_drop_handler()
        // The counter is one page: nothing may lead it elsewhere, open another, or leave a file behind.
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .initialization_script_for_all_frames(NO_BROWSER)
        .build()?;
    Ok(())
}

/// Whether an address is the program's own page. A name that ends in `localhost` is a server of this machine wherever
/// the page has a scheme of its own.
fn is_own_page(url: &Url) -> bool {
    let own = if cfg!(windows) { ("http", Some("tauri.localhost")) } else { ("tauri", Some("localhost")) };
    (url.scheme(), url.host_str()) == own && url.port().is_none()
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

#[cfg(test)]
mod tests {
    use super::is_own_page;

    #[test]
    fn the_window_stays_on_its_own_page() {
        let own = if cfg!(windows) { "http://tauri.localhost/" } else { "tauri://localhost/" };
        assert!(is_own_page(&own.parse().unwrap()));
        for elsewhere in [
            "https://example.org/",
            "http://localhost/",
            "http://tauri.localhost:8080/",
            "https://tauri.localhost/",
            "tauri://elsewhere/",
            "ipc://localhost/start",
            "file:///etc/passwd",
            "asset://localhost/etc/passwd",
            "data:text/html,hello",
            "blob:tauri://localhost/0",
            "javascript:alert(1)",
            "about:blank",
        ] {
            assert!(!is_own_page(&elsewhere.parse().unwrap()), "{elsewhere}");
        }
    }
}
