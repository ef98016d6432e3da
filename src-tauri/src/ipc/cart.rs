//! The open cart, and paying for it.

use super::{Answer, answer};
use crate::register::Register;
use pos::api::words::{CartView, Payment, Scanned};
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

/// The order is given up.
#[tauri::command]
pub async fn cancel_order(register: State<'_, Register>, request: Value) -> Answer<()> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.cancel_order(&who, request).await)
}

/// Cash.
#[tauri::command]
pub async fn pay_cash(register: State<'_, Register>, request: Value) -> Answer<Payment> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.pay_cash(&who, request).await)
}
