//! Opening the window, signing on and off.

use super::{Answer, answer};
use crate::register::{Register, parse};
use crate::version::VERSION;
use pos::api::words::{OpeningView, SessionView, Start};
use serde_json::Value;
use tauri::State;

/// The state of the register for a window that opens.
#[tauri::command]
pub async fn start(register: State<'_, Register>) -> Answer<Start> {
    let pos = register.opened().await?;
    let start = answer(pos.start().await)?;
    Ok(Start { app_version: VERSION.to_owned(), ..start })
}

/// How far the register is, while `start` waits for it.
#[tauri::command]
pub fn opening(register: State<'_, Register>) -> OpeningView {
    register.opening()
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

/// A new PIN by the code on paper.
#[tauri::command]
pub async fn recover(register: State<'_, Register>, request: Value) -> Answer<()> {
    answer(register.pos()?.recover(parse(request)?).await)
}
