//! The shop that a shell or the counter's first page opens.

use crate::error::Result;
use crate::shop::{NewOperator, SetUp};
use store::{CashLimit, Language, Profile};
use telemetry::Redacted;

/// What the manager of an empty shop is called before anybody gives them a name.
const FIRST_MANAGER: &str = "Manager";

/// What a register is called before anybody gives it a name.
pub(crate) const fn first_register(language: Language) -> &'static str {
    match language {
        Language::En => "Register 1",
        Language::El => "Ταμείο 1",
        Language::Ar => "صندوق 1",
    }
}

impl SetUp {
    /// A shop with nothing in it but its manager, in the language of its country's receipts.
    ///
    /// # Errors
    /// SHO-… for a country without a profile.
    pub fn empty(name: &str, country: &str, manager_pin: Redacted<String>) -> Result<Self> {
        let profile =
            Profile::find(country).ok_or_else(|| store::Rejection::CountryUnknown { country: country.to_owned() })?;
        let language = profile.receipt_languages.value.first().copied().unwrap_or(Language::En);
        Ok(Self {
            name: name.to_owned(),
            address: Vec::new(),
            tax_id: None,
            country: profile.code.clone(),
            language,
            cash_limit: CashLimit::AsCountry,
            demo: false,
            register_name: first_register(language).to_owned(),
            operators: vec![NewOperator { name: FIRST_MANAGER.to_owned(), role: staff::MANAGER, pin: manager_pin }],
        })
    }

    /// The same shop without its country's cap on cash: for a rehearsal with somebody else's sales.
    #[must_use]
    pub fn without_cash_limit(self) -> Self {
        Self { cash_limit: CashLimit::None, ..self }
    }
}
