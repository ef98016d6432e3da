//! A second operator's word for what the first may not do.

use super::{Answer, answer};
use crate::register::Register;
use kernel::Uuid;
use pos::api::words::OperatorView;
use serde_json::Value;
use tauri::State;

/// Approves one refused act, once. Gives back what the act is repeated with.
#[tauri::command]
pub async fn approve(register: State<'_, Register>, request: Value) -> Answer<Uuid> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.approve(&who, request).await)
}

/// Who could approve a refused act.
#[tauri::command]
pub async fn list_approvers(register: State<'_, Register>, request: Value) -> Answer<Vec<OperatorView>> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.list_approvers(&who, request).await)
}
