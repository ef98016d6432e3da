//! A window with one static page and nothing behind it: what the budgets of start-up and memory compare the register
//! with. Same toolkit, same policy, same size.

fn main() {
    let app = tauri::Builder::default().setup(|app| {
        let page = tauri::WebviewUrl::App("index.html".into());
        tauri::WebviewWindowBuilder::new(app, "counter", page).inner_size(1366.0, 768.0).maximized(true).build()?;
        Ok(())
    });
    if app.run(tauri::generate_context!("examples/empty/tauri.conf.json")).is_err() {
        std::process::exit(1);
    }
}
