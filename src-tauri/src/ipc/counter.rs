//! Opening the window, signing on and off.

use super::{Answer, answer};
use crate::register::{Register, parse};
use pos::api::words::{SessionView, Start};
use serde_json::Value;
use tauri::State;

/// The state of the register for a window that opens.
#[tauri::command]
pub async fn start(register: State<'_, Register>) -> Answer<Start> {
    register.retry().await;
    answer(register.pos()?.start().await)
}

/// Signs an operator on.
#[tauri::command]
pub async fn sign_on(register: State<'_, Register>, request: Value) -> Answer<SessionView> {
    let pos = register.pos()?;
    let session = answer(pos.sign_on(parse(request)?).await)?;
    answer(pos.session_view(&session).await)
}

/// Signs the operator off.
#[tauri::command]
pub async fn sign_off(register: State<'_, Register>) -> Answer<()> {
    answer(register.pos()?.sign_off().await)
}
