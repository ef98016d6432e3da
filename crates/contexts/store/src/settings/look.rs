//! How a register looks and behaves for those who stand at it.

use super::keys;
use crate::{Language, Rejection};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The least and the most that text can be scaled to.
pub const MIN_TEXT_SCALE_PERCENT: u16 = 100;
/// Twice the usual size.
pub const MAX_TEXT_SCALE_PERCENT: u16 = 200;
/// A slider moves by this much.
pub const TEXT_SCALE_STEP_PERCENT: u16 = 5;
/// The longest wait before a register locks itself.
pub const MAX_LOCK_MINUTES: u16 = 120;

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

impl Look {
    /// The look, if the screens can show it.
    ///
    /// # Errors
    /// SHO-013 for the text's scale and the minutes, SHO-014 for a key that is none, SHO-015 for one that does two
    /// things.
    pub fn checked(self) -> Result<Self, Rejection> {
        let scale = self.text_scale_percent;
        let scales = (MIN_TEXT_SCALE_PERCENT..=MAX_TEXT_SCALE_PERCENT).contains(&scale);
        if !scales || !scale.is_multiple_of(TEXT_SCALE_STEP_PERCENT) {
            let (least, most) = (MIN_TEXT_SCALE_PERCENT, MAX_TEXT_SCALE_PERCENT);
            return Err(Rejection::NumberOutOfRange { field: "text_scale_percent", least, most });
        }
        if self.lock_after_minutes.is_some_and(|minutes| !(1..=MAX_LOCK_MINUTES).contains(&minutes)) {
            return Err(Rejection::NumberOutOfRange { field: "lock_after_minutes", least: 1, most: MAX_LOCK_MINUTES });
        }
        keys::check(&self.keys)?;
        Ok(self)
    }
}
