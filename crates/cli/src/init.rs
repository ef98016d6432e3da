//! `minas init`: a shop in an empty data folder.

use crate::Shared;
use crate::output::Outcome;
use pos::{Language, Rejection, SetUp};
use serde_json::json;
use telemetry::Redacted;

/// Opens a shop.
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("kind").required(true).args(["demo", "empty"])))]
pub(crate) struct Init {
    /// A phone shop to try things in
    #[arg(long)]
    demo: bool,
    /// The language of the demo's people, products and screens: en, el or ar
    #[arg(long, default_value = "en", conflicts_with = "empty", value_parser = language)]
    language: Language,
    /// A shop with nothing in it but its manager
    #[arg(long)]
    empty: bool,
    /// The manager's PIN, at least six digits
    #[arg(long, value_name = "PIN", conflicts_with = "demo")]
    manager_pin: Option<String>,
    /// The country whose laws hold: gr or ca-on
    #[arg(long, default_value = "gr", conflicts_with = "demo")]
    country: String,
    /// What stands on the receipt
    #[arg(long, default_value = "Minas", conflicts_with = "demo")]
    name: String,
    /// Take cash for documents of any size: for a rehearsal, not for a real shop
    #[arg(long, conflicts_with = "demo")]
    no_cash_limit: bool,
}

impl Init {
    /// # Errors
    /// POS-004 when there is a shop already, POS-013 without a PIN, SHO-… and STF-… for what cannot be.
    pub(crate) async fn run(&self, shared: &Shared) -> pos::Result<Outcome> {
        let set_up = if self.demo { None } else { Some(self.set_up()?) };
        shared
            .with_folder(async |pos| match set_up {
                None => pos.set_up_demo(self.language).await,
                Some(set_up) => pos.set_up(set_up).await,
            })
            .await?;
        let folder = shared.folder().display().to_string();
        let kind = if self.demo { "demo" } else { "empty" };
        let text = format!("a shop is open in {folder}");
        Ok(Outcome::good(json!({ "data_dir": folder, "shop": kind }), text))
    }

    /// A PIN is never asked for: a script that waits for a person is worse than one that fails.
    fn set_up(&self) -> pos::Result<SetUp> {
        let pin = self.manager_pin.clone().ok_or(Rejection::PinNeeded)?;
        let set_up = SetUp::empty(&self.name, &self.country, Redacted::new(pin))?;
        Ok(if self.no_cash_limit { set_up.without_cash_limit() } else { set_up })
    }
}

/// A language by its code.
fn language(code: &str) -> Result<Language, String> {
    match code {
        "en" => Ok(Language::En),
        "el" => Ok(Language::El),
        "ar" => Ok(Language::Ar),
        _ => Err("it is en, el or ar".to_owned()),
    }
}
