//! The demo shop: a Greek phone shop to try things in. Its catalog is a file like any other, and part of the program.

use crate::error::{Error, Result};
use crate::gesture::Call;
use crate::shop::{NewOperator, SetUp};
use crate::{No, Pos};
use catalog::{Category, CategoryCommand, CategoryDetails, ChangeCategory, category_id_for_path};
use kernel::{CommandId, RoleId, Uuid};
use serde::Deserialize;
use store::{CashLimit, Language};
use telemetry::Redacted;

/// The demo's operators with their PINs, which are no secret.
pub const PINS: &[(&str, &str)] = &[("Maria K.", "1234"), ("George P.", "5678"), ("Eleni D.", "246810")];

/// What each of them is.
const ROLES: [RoleId; 3] = [staff::CASHIER, staff::CASHIER, staff::MANAGER];

static PRODUCTS: &[u8] = include_bytes!("../../contexts/catalog/demo/products.csv");
static CATEGORIES: &[u8] = include_bytes!("../../contexts/catalog/demo/categories.csv");

/// A category as the counter shows it.
#[derive(Deserialize)]
struct Styled {
    /// Names from the root down, with `>` between them.
    path: String,
    name: String,
    sort_order: i32,
    colour: Option<String>,
    icon: Option<String>,
}

impl Pos {
    /// Opens the demo shop: its people, its catalog and what lies on its shelves. After an interrupted first time it
    /// finishes what was left out.
    ///
    /// # Errors
    /// POS-004 when a shop is here already.
    pub async fn set_up_demo(&self) -> Result<()> {
        match self.shop() {
            Ok(shop) if shop.details.demo && self.stats().await?.products == 0 => {}
            Ok(_) => return Err(No::ShopExists.into()),
            Err(_) => self.set_up(set_up()).await?,
        }
        self.import_bundled(PRODUCTS).await?;
        self.arrange_categories().await
    }

    async fn arrange_categories(&self) -> Result<()> {
        let system = self.built_in_session(staff::SYSTEM).await?;
        let call = Call::full("demo.arrange_categories", &system, CommandId(Uuid::now_v7()), &"demo");
        self.gesture(call, async |desk| {
            for row in csv::Reader::from_reader(CATEGORIES).deserialize::<Styled>() {
                let change = change(row.map_err(|error| Error::Bug(format!("the demo's categories: {error}")))?);
                desk.run::<Category>(change.category.0, CategoryCommand::Change(change)).await?;
            }
            Ok(())
        })
        .await
    }
}

fn change(row: Styled) -> ChangeCategory {
    let path: Vec<&str> = row.path.split('>').map(str::trim).collect();
    let above: Vec<_> = (1..path.len()).rev().map(|depth| category_id_for_path(&path[..depth])).collect();
    let Styled { name, sort_order, colour, icon, .. } = row;
    let details = CategoryDetails { parent: above.first().copied(), name, sort_order, colour, icon };
    ChangeCategory { category: category_id_for_path(&path), details, above }
}

fn set_up() -> SetUp {
    let operators = PINS.iter().zip(ROLES).map(|((name, pin), role)| NewOperator {
        name: (*name).to_owned(),
        role,
        pin: Redacted::new((*pin).to_owned()),
    });
    SetUp {
        name: "Minas Kypseli".to_owned(),
        address: vec!["Ερμού 1".to_owned(), "105 63 Αθήνα".to_owned()],
        tax_id: None,
        country: "gr".to_owned(),
        language: Language::En,
        cash_limit: CashLimit::AsCountry,
        demo: true,
        register_name: "Register 1".to_owned(),
        operators: operators.collect(),
    }
}
