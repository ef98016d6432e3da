//! Paying, and undoing it.

use super::{Answer, answer};
use crate::register::Register;
use pos::api::words::{CartView, Payment, ReversalView};
use serde_json::Value;
use tauri::State;

/// The cart is closed, to be paid in parts.
#[tauri::command]
pub async fn place_order(register: State<'_, Register>, request: Value) -> Answer<Payment> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.place_order(&who, request).await)
}

/// Cash.
#[tauri::command]
pub async fn pay_cash(register: State<'_, Register>, request: Value) -> Answer<Payment> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.pay_cash(&who, request).await)
}

/// A card that a terminal of its own approved.
#[tauri::command]
pub async fn pay_card(register: State<'_, Register>, request: Value) -> Answer<Payment> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.pay_card(&who, request).await)
}

/// A third party's coupon.
#[tauri::command]
pub async fn pay_coupon(register: State<'_, Register>, request: Value) -> Answer<Payment> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.pay_coupon(&who, request).await)
}

/// One tender of a placed order goes back.
#[tauri::command]
pub async fn give_back_tender(register: State<'_, Register>, request: Value) -> Answer<CartView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.give_back_tender(&who, request).await)
}

/// The last sale of the shift is undone.
#[tauri::command]
pub async fn reverse_last(register: State<'_, Register>, request: Value) -> Answer<ReversalView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.reverse_last(&who, request).await)
}
