//! The open cart.

use super::{Answer, answer};
use crate::register::Register;
use pos::api::words::{CartView, Scanned};
use serde_json::Value;
use tauri::State;

/// A scanned code.
#[tauri::command]
pub async fn scan(register: State<'_, Register>, request: Value) -> Answer<Scanned> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.scan(&who, request).await)
}

/// A tile or a search result.
#[tauri::command]
pub async fn add_product(register: State<'_, Register>, request: Value) -> Answer<CartView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.add_product(&who, request).await)
}

/// Another quantity for a line.
#[tauri::command]
pub async fn change_quantity(register: State<'_, Register>, request: Value) -> Answer<CartView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.change_quantity(&who, request).await)
}

/// A line goes.
#[tauri::command]
pub async fn void_line(register: State<'_, Register>, request: Value) -> Answer<Option<CartView>> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.void_line(&who, request).await)
}

/// A discount on a line.
#[tauri::command]
pub async fn discount_line(register: State<'_, Register>, request: Value) -> Answer<CartView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.discount_line(&who, request).await)
}

/// A discount on the whole order.
#[tauri::command]
pub async fn discount_order(register: State<'_, Register>, request: Value) -> Answer<CartView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.discount_order(&who, request).await)
}

/// Another price for one unit of a line.
#[tauri::command]
pub async fn override_price(register: State<'_, Register>, request: Value) -> Answer<CartView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.override_price(&who, request).await)
}

/// Another total for a line.
#[tauri::command]
pub async fn override_line_total(register: State<'_, Register>, request: Value) -> Answer<CartView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.override_line_total(&who, request).await)
}

/// The order is given up.
#[tauri::command]
pub async fn cancel_order(register: State<'_, Register>, request: Value) -> Answer<()> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.cancel_order(&who, request).await)
}
