//! The first run, settings, and who works here.

use super::{Answer, answer};
use crate::register::{Register, parse};
use crate::version::VERSION;
use pos::api::requests::SetUpDemo;
use pos::api::words::{RecoveryCode, SettingsView};
use serde_json::Value;
use tauri::State;

/// The settings with the version of this very build.
fn settled(result: pos::Result<SettingsView>) -> Answer<SettingsView> {
    answer(result).map(|view| SettingsView { app_version: VERSION.to_owned(), ..view })
}

/// The first run with the demo shop.
#[tauri::command]
pub async fn set_up_demo(register: State<'_, Register>, request: Value) -> Answer<()> {
    let SetUpDemo { language } = parse(request)?;
    answer(register.pos()?.set_up_demo(language).await)
}

/// The first run with a shop of one's own.
#[tauri::command]
pub async fn set_up_shop(register: State<'_, Register>, request: Value) -> Answer<RecoveryCode> {
    answer(register.pos()?.set_up_shop(parse(request)?).await)
}

/// Everything that the settings show.
#[tauri::command]
pub async fn settings(register: State<'_, Register>) -> Answer<SettingsView> {
    let (pos, who, ()) = register.signed_on(Value::Null)?;
    settled(pos.settings(&who).await)
}

/// What stands on receipts.
#[tauri::command]
pub async fn change_shop(register: State<'_, Register>, request: Value) -> Answer<SettingsView> {
    let (pos, who, request) = register.signed_on(request)?;
    settled(pos.change_shop(&who, request).await)
}

/// Where paper comes out.
#[tauri::command]
pub async fn change_printer(register: State<'_, Register>, request: Value) -> Answer<SettingsView> {
    let (pos, who, request) = register.signed_on(request)?;
    settled(pos.change_printer(&who, request).await)
}

/// How this register looks and behaves.
#[tauri::command]
pub async fn change_look(register: State<'_, Register>, request: Value) -> Answer<SettingsView> {
    let (pos, who, request) = register.signed_on(request)?;
    settled(pos.change_look(&who, request).await)
}

/// Somebody new.
#[tauri::command]
pub async fn add_staff(register: State<'_, Register>, request: Value) -> Answer<SettingsView> {
    let (pos, who, request) = register.signed_on(request)?;
    settled(pos.add_staff(&who, request).await)
}

/// Another PIN for somebody.
#[tauri::command]
pub async fn change_staff_pin(register: State<'_, Register>, request: Value) -> Answer<SettingsView> {
    let (pos, who, request) = register.signed_on(request)?;
    settled(pos.change_staff_pin(&who, request).await)
}

/// Somebody leaves.
#[tauri::command]
pub async fn remove_staff(register: State<'_, Register>, request: Value) -> Answer<SettingsView> {
    let (pos, who, request) = register.signed_on(request)?;
    settled(pos.remove_staff(&who, request).await)
}

/// A new recovery code for whoever is signed on.
#[tauri::command]
pub async fn issue_recovery_code(register: State<'_, Register>, request: Value) -> Answer<RecoveryCode> {
    let (pos, who, request) = register.signed_on(request)?;
    answer(pos.issue_recovery_code(&who, request).await)
}
