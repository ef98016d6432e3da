//! How a register looks and behaves for those who stand at it.

use crate::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The least and the most that text can be scaled to.
pub const MIN_TEXT_SCALE_PERCENT: u16 = 100;
/// Twice the usual size.
pub const MAX_TEXT_SCALE_PERCENT: u16 = 200;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "store/")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// One register's look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "store/")]
pub struct Look {
    /// The language of the screens; None follows the shop's.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// From 100 to 200.
    pub text_scale_percent: u16,
    /// Whether scans and refusals are heard.
    pub sounds: bool,
    /// Minutes without a key or a finger until the register locks itself; None never.
    pub lock_after_minutes: Option<u16>,
    /// Keys that differ from the usual ones: an action's name → a key as the browser names it, such as `F9`.
    pub keys: BTreeMap<String, String>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            text_scale_percent: MIN_TEXT_SCALE_PERCENT,
            sounds: true,
            lock_after_minutes: None,
            keys: BTreeMap::new(),
        }
    }
}
