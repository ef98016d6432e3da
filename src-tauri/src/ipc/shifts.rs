//! The till's accountability.

use super::{Answer, answer};
use crate::register::Register;
use pos::api::words::{ShiftClosedView, ShiftView};
use serde_json::Value;
use tauri::State;

/// Opens the register's shift.
#[tauri::command]
pub async fn open_shift(register: State<'_, Register>, request: Value) -> Answer<ShiftView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.open_shift(&who, request).await)
}

/// Closes it with what was counted.
#[tauri::command]
pub async fn close_shift(register: State<'_, Register>, request: Value) -> Answer<ShiftClosedView> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.close_shift(&who, request).await)
}
