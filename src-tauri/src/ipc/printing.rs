//! Receipts, and the paper they come out on.

use super::{Answer, answer};
use crate::register::Register;
use pos::api::words::{Printing, ReceiptPage, ReceiptView, ShiftReport};
use serde_json::Value;
use tauri::State;

/// Receipts, newest first.
#[tauri::command]
pub async fn list_receipts(register: State<'_, Register>, request: Value) -> Answer<ReceiptPage> {
    let (pos, _, request) = register.signed_on(request)?;
    answer(pos.list_receipts(request).await)
}

/// One receipt in full.
#[tauri::command]
pub async fn find_receipt(register: State<'_, Register>, request: Value) -> Answer<ReceiptView> {
    let (pos, _, request) = register.signed_on(request)?;
    answer(pos.find_receipt(request).await)
}

/// A receipt once more.
#[tauri::command]
pub async fn print_copy(register: State<'_, Register>, request: Value) -> Answer<()> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.print_copy(&who, request).await)
}

/// A job once more.
#[tauri::command]
pub async fn print_again(register: State<'_, Register>, request: Value) -> Answer<()> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.print_again(&who, request).await)
}

/// A job that nobody wants any more.
#[tauri::command]
pub async fn drop_job(register: State<'_, Register>, request: Value) -> Answer<()> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.drop_job(&who, request).await)
}

/// A page that shows what the printer can do.
#[tauri::command]
pub async fn print_test(register: State<'_, Register>, request: Value) -> Answer<()> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.print_test(&who, request).await)
}

/// Where the paper stands, once there is news.
#[tauri::command]
pub async fn watch_printing(register: State<'_, Register>, request: Value) -> Answer<Printing> {
    let (pos, _, request) = register.signed_on(request)?;
    answer(pos.watch_printing(request).await)
}

/// A closed shift in full.
#[tauri::command]
pub async fn find_shift(register: State<'_, Register>, request: Value) -> Answer<ShiftReport> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.find_shift(&who, request).await)
}

/// A closed shift's report on paper.
#[tauri::command]
pub async fn print_shift(register: State<'_, Register>, request: Value) -> Answer<()> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.print_shift(&who, request).await)
}
