//! The only place that knows every context.

use eventing::App;

/// Everything that runs over a register's journal. The order is the order in which policies hear a shared fact.
pub fn app() -> App {
    let contexts: [fn(App) -> App; 8] = [
        store::register,
        staff::register,
        catalog::register,
        inventory::register,
        orders::register,
        payments::register,
        till::register,
        fiscal::register,
    ];
    contexts.into_iter().fold(App::default(), |app, register| register(app))
}
