//! What screens and scripts read of the shop.

mod invariants;
mod register;
mod settings;
mod shop;

pub use invariants::INVARIANTS;
pub use register::{REGISTER, RegisterRow, find_register, list_registers};
pub use settings::{SETTINGS, find_device_settings, find_receipt_settings};
pub use shop::{SHOP, ShopRow, find_shop};
