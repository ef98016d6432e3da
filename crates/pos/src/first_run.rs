//! The empty shop that a shell opens.

use crate::error::Result;
use crate::shop::{NewOperator, SetUp};
use store::{CashLimit, Language, Profile};
use telemetry::Redacted;

/// What a register is called before anybody gives it a name.
const FIRST_REGISTER: &str = "Register 1";

/// What the manager of an empty shop is called before anybody gives them a name.
const FIRST_MANAGER: &str = "Manager";

impl SetUp {
    /// A shop with nothing in it but its manager, in the language of its country's receipts.
    ///
    /// # Errors
    /// SHO-… for a country without a profile.
    pub fn empty(name: &str, country: &str, manager_pin: Redacted<String>) -> Result<Self> {
        let profile =
            Profile::find(country).ok_or_else(|| store::Rejection::CountryUnknown { country: country.to_owned() })?;
        Ok(Self {
            name: name.to_owned(),
            address: Vec::new(),
            tax_id: None,
            country: profile.code.clone(),
            language: profile.receipt_languages.value.first().copied().unwrap_or(Language::En),
            cash_limit: CashLimit::AsCountry,
            demo: false,
            register_name: FIRST_REGISTER.to_owned(),
            operators: vec![NewOperator { name: FIRST_MANAGER.to_owned(), role: staff::MANAGER, pin: manager_pin }],
        })
    }

    /// The same shop without its country's cap on cash: for a rehearsal with somebody else's sales.
    #[must_use]
    pub fn without_cash_limit(self) -> Self {
        Self { cash_limit: CashLimit::None, ..self }
    }
}
