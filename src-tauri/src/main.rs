//! The desktop shell: a window on the register. Transport only: no rules, no SQL.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod background;
mod ipc;
mod locale;
mod register;
mod signals;
mod version;
mod window;

use arguments::Arguments;
use register::Register;
use std::io::Write;
use tauri::{Manager, RunEvent};

fn main() {
    let arguments = Arguments::read(std::env::args_os().skip(1));
    if arguments.version {
        // Whoever asks may have closed the other end already.
        let _ = writeln!(std::io::stdout(), "minas-pos {}", version::VERSION);
        return;
    }
    // Before any thread and before the toolkit starts: both read the environment once.
    locale::restart_with_usable_locale();
    let _log = telemetry::init(&telemetry::Options::default());
    // The window does not wait for it: what takes long is shown in the window.
    let register = Register::open(&arguments.data_dir);

    let app = tauri::Builder::default()
        .plugin(window::single_instance(&arguments.data_dir))
        .manage(register)
        .invoke_handler(ipc::handler())
        .setup(|app| {
            window::open(app)?;
            signals::end_on_request(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(|handle, event| {
            if matches!(event, RunEvent::Exit) {
                tauri::async_runtime::block_on(handle.state::<Register>().close());
            }
        }),
        Err(error) => {
            tracing::error!(%error, "the window cannot be opened");
            std::process::exit(1);
        }
    }
}
