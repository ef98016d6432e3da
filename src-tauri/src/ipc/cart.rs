//! The open cart, and those that wait.

use super::{Answer, answer};
use crate::register::Register;
use pos::api::words::{CartView, ParkedView, Scanned};
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

/// What somebody writes on a line.
#[tauri::command]
pub async fn note_line(register: State<'_, Register>, request: Value) -> Answer<CartView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.note_line(&who, request).await)
}

/// What somebody writes on the order.
#[tauri::command]
pub async fn note_order(register: State<'_, Register>, request: Value) -> Answer<CartView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.note_order(&who, request).await)
}

/// An unknown code goes.
#[tauri::command]
pub async fn ignore_unknown(register: State<'_, Register>, request: Value) -> Answer<Option<CartView>> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.ignore_unknown(&who, request).await)
}

/// The order is given up.
#[tauri::command]
pub async fn cancel_order(register: State<'_, Register>, request: Value) -> Answer<()> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.cancel_order(&who, request).await)
}

/// The order waits.
#[tauri::command]
pub async fn park_order(register: State<'_, Register>, request: Value) -> Answer<Vec<ParkedView>> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.park_order(&who, request).await)
}

/// A parked order comes back.
#[tauri::command]
pub async fn resume_order(register: State<'_, Register>, request: Value) -> Answer<CartView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.resume_order(&who, request).await)
}

/// The orders that wait.
#[tauri::command]
pub async fn list_parked(register: State<'_, Register>) -> Answer<Vec<ParkedView>> {
    let (pos, _, ()) = register.signed_on(Value::Null)?;
    answer(pos.list_parked().await)
}
