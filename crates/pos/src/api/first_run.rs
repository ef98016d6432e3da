//! The counter's first page: which countries there are, and the shop that somebody opens.

use super::requests::SetUpShop;
use super::words::{CountryView, RecoveryCode};
use crate::error::{Error, Result};
use crate::first_run::first_register;
use crate::recovery::NewCode;
use crate::shop::{FirstRun, NewOperator, SetUp};
use crate::{No, Pos};
use kernel::{CommandId, Uuid};
use std::cmp::Reverse;
use store::profile::TaxIdScheme;
use store::{CashLimit, Profile};
use telemetry::Redacted;

impl Pos {
    /// Opens a shop of one's own, with its owner as manager, and issues their recovery code: one commit, or none. The
    /// code is in the answer and nowhere else.
    ///
    /// # Errors
    /// POS-004 when there is a shop already; SHO-… names the field that cannot be; STF-005 is about the owner's name,
    /// STF-008 about the PIN.
    pub async fn set_up_shop(&self, request: SetUpShop) -> Result<RecoveryCode> {
        if self.shop().is_ok() {
            return Err(No::ShopExists.into());
        }
        let owner = NewOperator { name: request.owner, role: staff::MANAGER, pin: Redacted::new(request.pin) };
        let set_up = SetUp {
            name: request.name,
            address: request.address,
            tax_id: request.tax_id,
            country: request.country,
            language: request.language,
            cash_limit: CashLimit::AsCountry,
            demo: false,
            register_name: first_register(request.language).to_owned(),
            operators: vec![owner],
        };
        let code = NewCode::make(self.pepper()).await?;
        let first_run = FirstRun { printer: request.printer, recovery: Some(&code) };
        let hired = self.open_shop(set_up, first_run).await?;
        let operator = hired.first().ok_or_else(|| Error::Bug("a shop was opened without its owner".to_owned()))?;
        let owner = self.operator_session(*operator).await?;
        Ok(self.shown(&owner, CommandId(Uuid::now_v7()), code.code).await)
    }

    /// The countries that a first run can choose; none once there is a shop.
    pub(crate) fn countries(&self) -> Vec<CountryView> {
        if self.shop().is_ok() {
            return Vec::new();
        }
        let wall_ms = self.clock().now_ms() + i64::from(self.clock().offset_minutes()) * 60_000;
        Profile::all().iter().map(|profile| country(profile, wall_ms)).collect()
    }
}

fn country(profile: &Profile, wall_ms: i64) -> CountryView {
    let rates = profile.tax_groups.iter().filter_map(|group| profile.rate(&group.code, wall_ms));
    let mut tax_rates_ppm: Vec<u32> = rates.filter_map(|rate| u32::try_from(rate.ppm()).ok()).collect();
    tax_rates_ppm.sort_by_key(|rate| Reverse(*rate));
    CountryView {
        code: profile.code.clone(),
        currency: profile.currency.value,
        tax_rates_ppm,
        cash_limit: profile.cash_not_from(CashLimit::AsCountry),
        checks_tax_id: profile.tax_id.value != TaxIdScheme::Any,
    }
}
