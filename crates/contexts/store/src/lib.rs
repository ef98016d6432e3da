//! The shop and its country.
//!
//! What a law decides is data: a [`Profile`] for each country, every value with its source and date. What the owner
//! decides is the [`Shop`]: its name, its tax id, its registers.

pub mod device;
pub mod profile;
mod rejection;
pub mod settings;
pub mod shop;
mod tax_id;
#[cfg(test)]
mod tests;
mod text;
pub mod views;

pub use device::{ChangeLook, ChangePrinter, Device, DeviceCommand};
pub use profile::{Profile, Sourced, TaxGroup};
pub use rejection::Rejection;
pub use shop::{CashLimit, Language, Shop, ShopCommand, ShopDetails};
pub use views::{
    INVARIANTS, RegisterRow, ShopRow, find_device_settings, find_receipt_settings, find_register, find_shop,
    list_registers,
};

/// Adds what this context owns.
pub fn register(app: eventing::App) -> eventing::App {
    app.decider::<Shop>().decider::<Device>().view(&views::SHOP).view(&views::REGISTER).view(&views::SETTINGS)
}
