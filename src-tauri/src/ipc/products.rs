//! Tiles and search.

use super::{Answer, answer};
use crate::register::Register;
use pos::api::words::{CategoryView, ProductPage};
use serde_json::Value;
use tauri::State;

/// The categories at the top.
#[tauri::command]
pub async fn list_categories(register: State<'_, Register>) -> Answer<Vec<CategoryView>> {
    let (pos, _, ()) = register.signed_on(Value::Null)?;
    answer(pos.list_categories().await)
}

/// A page of tiles.
#[tauri::command]
pub async fn list_products(register: State<'_, Register>, request: Value) -> Answer<ProductPage> {
    let (pos, _, request) = register.signed_on(request)?;
    answer(pos.list_products(request).await)
}

/// A page of what matches.
#[tauri::command]
pub async fn search(register: State<'_, Register>, request: Value) -> Answer<ProductPage> {
    let (pos, _, request) = register.signed_on(request)?;
    answer(pos.search(request).await)
}
