//! The demo shop: a Greek phone shop to try things in. Its catalog is a file like any other, and part of the program.

use crate::api::words::{DemoPin, OperatorView};
use crate::error::{Error, Result};
use crate::first_run::first_register;
use crate::gesture::Call;
use crate::shop::{NewOperator, SetUp, first_pin};
use crate::{No, Pos};
use catalog::{Category, CategoryCommand, CategoryDetails, ChangeCategory, category_id_for_path};
use kernel::{CommandId, RoleId, Uuid};
use serde::Deserialize;
use staff::Operator;
use std::collections::HashMap;
use store::{CashLimit, Language};
use telemetry::Redacted;

/// The demo's operators with their PINs, which are no secret, in English.
pub const PINS: &[(&str, &str)] = &[("Maria K.", "1234"), ("George P.", "5678"), ("Eleni D.", "246810")];

/// The same people in Greek and Arabic.
const PINS_EL: &[(&str, &str)] = &[("Μαρία Κ.", "1234"), ("Γιώργος Π.", "5678"), ("Ελένη Δ.", "246810")];
const PINS_AR: &[(&str, &str)] = &[("مريم خ.", "1234"), ("جورج ب.", "5678"), ("ليلى د.", "246810")];

/// What each of them is.
const ROLES: [RoleId; 3] = [staff::CASHIER, staff::CASHIER, staff::MANAGER];

static PRODUCTS: &[u8] = include_bytes!("../../contexts/catalog/demo/products.csv");
static CATEGORIES: &[u8] = include_bytes!("../../contexts/catalog/demo/categories.csv");
static NAMES_EL: &[u8] = include_bytes!("../../contexts/catalog/demo/names.el.csv");
static NAMES_AR: &[u8] = include_bytes!("../../contexts/catalog/demo/names.ar.csv");

/// A category as the counter shows it. Its path is what the products name, in every language.
#[derive(Deserialize)]
struct Styled {
    /// Names from the root down, with `>` between them.
    path: String,
    name: String,
    name_el: String,
    name_ar: String,
    sort_order: i32,
    colour: Option<String>,
    icon: Option<String>,
}

/// A product's name in another language.
#[derive(Deserialize)]
struct Named {
    sku: String,
    name: String,
}

/// The demo's people with their PINs, named as a language names them.
pub const fn pins(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::En => PINS,
        Language::El => PINS_EL,
        Language::Ar => PINS_AR,
    }
}

impl Pos {
    /// Opens the demo shop: its people, its catalog and what lies on its shelves, named in a language. After an
    /// interrupted first time it finishes what was left out.
    ///
    /// # Errors
    /// POS-004 when a shop is here already.
    pub async fn set_up_demo(&self, language: Language) -> Result<()> {
        let language = match self.shop() {
            Ok(shop) if shop.details.demo && self.stats().await?.products == 0 => shop.details.language,
            Ok(_) => return Err(No::ShopExists.into()),
            Err(_) => {
                self.set_up(set_up(language)).await?;
                language
            }
        };
        self.import_bundled(&products(language)?).await?;
        self.arrange_categories(language).await
    }

    /// The PINs that the sign-on shows: those of a demo's first people who still have their first PIN.
    pub(crate) async fn demo_pins(&self, operators: &[OperatorView]) -> Result<Vec<DemoPin>> {
        let mut shown = Vec::new();
        let Ok(shop) = self.shop() else { return Ok(shown) };
        if !shop.details.demo {
            return Ok(shown);
        }
        let known = [Language::En, Language::El, Language::Ar].into_iter().flat_map(pins);
        for (name, pin) in known {
            for view in operators.iter().filter(|view| view.name == *name) {
                let standing = self.store().state::<Operator>(view.operator.0).await?;
                if standing.pin().is_ok_and(|pin| pin.verifier_id == first_pin(view.operator)) {
                    shown.push(DemoPin { name: view.name.clone(), pin: (*pin).to_owned() });
                }
            }
        }
        Ok(shown)
    }

    async fn arrange_categories(&self, language: Language) -> Result<()> {
        let system = self.built_in_session(staff::SYSTEM).await?;
        let call = Call::full("demo.arrange_categories", &system, CommandId(Uuid::now_v7()), &"demo");
        self.gesture(call, async |desk| {
            for row in csv::Reader::from_reader(CATEGORIES).deserialize::<Styled>() {
                let change = change(row.map_err(unread)?, language);
                desk.run::<Category>(change.category.0, CategoryCommand::Change(change)).await?;
            }
            Ok(())
        })
        .await
    }
}

/// The demo's catalog file with every name in a language.
fn products(language: Language) -> Result<Vec<u8>> {
    let names = match language {
        Language::En => return Ok(PRODUCTS.to_vec()),
        Language::El => NAMES_EL,
        Language::Ar => NAMES_AR,
    };
    let names: HashMap<String, String> = csv::Reader::from_reader(names)
        .deserialize::<Named>()
        .map(|row| row.map(|row| (row.sku, row.name)).map_err(unread))
        .collect::<Result<_>>()?;
    let mut english = csv::Reader::from_reader(PRODUCTS);
    let header = english.headers().map_err(unread)?.clone();
    let column = |name: &str| {
        let found = header.iter().position(|column| column == name);
        found.ok_or_else(|| Error::Bug(format!("the demo's products have no {name}")))
    };
    let (sku, name) = (column("sku")?, column("name")?);
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(&header).map_err(unread)?;
    for row in english.records() {
        let row = row.map_err(unread)?;
        let local = row.get(sku).and_then(|sku| names.get(sku)).map(String::as_str);
        let cells = row.iter().enumerate().map(|(at, cell)| if at == name { local.unwrap_or(cell) } else { cell });
        out.write_record(cells).map_err(unread)?;
    }
    out.into_inner().map_err(|error| Error::Bug(error.to_string()))
}

/// The demo's files are part of the program, and a test reads them.
fn unread(error: csv::Error) -> Error {
    Error::Bug(format!("the demo's files: {error}"))
}

fn change(row: Styled, language: Language) -> ChangeCategory {
    let path: Vec<&str> = row.path.split('>').map(str::trim).collect();
    let above: Vec<_> = (1..path.len()).rev().map(|depth| category_id_for_path(&path[..depth])).collect();
    let category = category_id_for_path(&path);
    let name = match language {
        Language::En => row.name,
        Language::El => row.name_el,
        Language::Ar => row.name_ar,
    };
    let (sort_order, colour, icon) = (row.sort_order, row.colour, row.icon);
    let details = CategoryDetails { parent: above.first().copied(), name, sort_order, colour, icon };
    ChangeCategory { category, details, above }
}

fn set_up(language: Language) -> SetUp {
    let operators = pins(language).iter().zip(ROLES).map(|((name, pin), role)| NewOperator {
        name: (*name).to_owned(),
        role,
        pin: Redacted::new((*pin).to_owned()),
    });
    let name = match language {
        Language::En => "Minas Kypseli",
        Language::El => "Minas Κυψέλη",
        Language::Ar => "ميناس كيبسيلي",
    };
    SetUp {
        name: name.to_owned(),
        address: vec!["Ερμού 1".to_owned(), "105 63 Αθήνα".to_owned()],
        tax_id: None,
        country: "gr".to_owned(),
        language,
        cash_limit: CashLimit::AsCountry,
        demo: true,
        register_name: first_register(language).to_owned(),
        operators: operators.collect(),
    }
}
