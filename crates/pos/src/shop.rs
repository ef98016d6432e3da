//! The shop as every gesture needs it, and the first run that opens it.

use crate::error::{Error, Result};
use crate::gesture::{Call, Desk};
use crate::pin::NewPin;
use crate::recovery::NewCode;
use crate::{No, Pos, Session};
use catalog::{OpenPriceList, PriceList};
use contracts::DocumentType;
use eventing::sqlx::SqliteConnection;
use fiscal::series::Command as SeriesCommand;
use fiscal::{OpenSeries, ReceiptSeries, first_label};
use kernel::{
    CommandId, Currency, Money, OperatorId, PriceListId, RegisterId, RoleId, Rounding, RoundingScope, StoreId, Uuid,
};
use staff::{
    AddOperator, ChangePin, IssueRecoveryCode, Operator, OperatorCommand, Role, RoleCommand, RoleDetails, RoleState,
};
use store::settings::{Look, PrinterSettings, ReceiptSettings};
use store::shop::{EnrolRegister, OpenShop};
use store::{CashLimit, ChangePrinter, Device, DeviceCommand, Language, Profile, Shop, ShopCommand, ShopDetails};
use telemetry::Redacted;

/// What every gesture needs to know of the shop; read once and kept.
#[derive(Debug, Clone)]
pub struct ShopContext {
    /// The shop.
    pub store: StoreId,
    /// This register.
    pub register: RegisterId,
    /// Its name.
    pub register_name: String,
    /// What the owner says of the shop.
    pub details: ShopDetails,
    /// What its country says.
    pub profile: &'static Profile,
    /// The list that the counter sells by.
    pub price_list: PriceListId,
    /// Of every amount.
    pub currency: Currency,
    /// Whether prices include tax.
    pub tax_included: bool,
    /// How fractions are resolved.
    pub rounding: Rounding,
    /// Where tax is rounded.
    pub scope: RoundingScope,
    /// The total from which cash may not settle a document.
    pub cash_limit: Option<Money>,
    /// The smallest cash step in minor units, where cash is rounded.
    pub cash_step_minor: Option<i64>,
    /// Where this register's paper comes out.
    pub printer: PrinterSettings,
    /// What the shop puts on its receipts of its own.
    pub receipt: ReceiptSettings,
    /// How this register looks and behaves.
    pub look: Look,
}

impl ShopContext {
    /// Reads the shop of a file; None before the first run.
    pub(crate) async fn load(connection: &mut SqliteConnection) -> Result<Option<Self>> {
        let Some(shop) = store::find_shop(connection).await? else { return Ok(None) };
        let registers = store::list_registers(connection).await?;
        let Some(register) = registers.into_iter().next() else { return Ok(None) };
        let profile = Profile::find(&shop.details.country)
            .ok_or_else(|| Error::Bug(format!("the shop's country {} is unknown", shop.details.country)))?;
        let receipt = store::find_receipt_settings(connection, shop.store).await?;
        let (printer, look) = store::find_device_settings(connection, register.register).await?;
        Ok(Some(Self {
            store: shop.store,
            receipt,
            printer,
            look,
            register: register.register,
            register_name: register.name,
            profile,
            price_list: shop.details.price_list,
            currency: profile.currency.value,
            tax_included: profile.tax_included.value,
            rounding: profile.rounding.value,
            scope: profile.rounding_scope.value,
            cash_limit: profile.cash_not_from(shop.details.cash_limit),
            cash_step_minor: profile.cash_rounding.value.map(|rounding| rounding.step_minor),
            details: shop.details,
        }))
    }
}

/// Somebody who works in the shop from the start.
#[derive(Debug, Clone)]
pub struct NewOperator {
    /// The name on the button.
    pub name: String,
    /// `staff::CASHIER` or `staff::MANAGER`.
    pub role: RoleId,
    /// The PIN.
    pub pin: Redacted<String>,
}

/// What the first run asks for.
#[derive(Debug, Clone)]
pub struct SetUp {
    /// What stands on the receipt.
    pub name: String,
    /// Line by line.
    pub address: Vec<String>,
    /// Where it is known.
    pub tax_id: Option<String>,
    /// The code of a country profile.
    pub country: String,
    /// The language of the counter.
    pub language: Language,
    /// Whether the country's cap on cash holds.
    pub cash_limit: CashLimit,
    /// A shop to try things in.
    pub demo: bool,
    /// What people call the register.
    pub register_name: String,
    /// Who works here; at least one manager.
    pub operators: Vec<NewOperator>,
}

/// Somebody who will work here, with a PIN that is stored with the facts that name it.
struct Hired {
    operator: OperatorId,
    name: String,
    role: RoleId,
    pin: NewPin,
}

/// What a first run at the counter brings beside the shop itself.
pub(crate) struct FirstRun<'a> {
    /// Where paper comes out.
    pub(crate) printer: PrinterSettings,
    /// A recovery code for the first of the operators.
    pub(crate) recovery: Option<&'a NewCode>,
}

impl Pos {
    /// Opens the shop: one commit with the shop, its register, price list, receipt series, roles and operators.
    ///
    /// # Errors
    /// POS-004 when there is one already; SHO-… and STF-… for what cannot be.
    pub async fn set_up(&self, set_up: SetUp) -> Result<()> {
        self.open_shop(set_up, FirstRun { printer: PrinterSettings::default(), recovery: None }).await?;
        Ok(())
    }

    /// The same with what the counter's first page asks for. Gives back who works here, in the order of `set_up`.
    pub(crate) async fn open_shop(&self, set_up: SetUp, first_run: FirstRun<'_>) -> Result<Vec<OperatorId>> {
        if self.shop().is_ok() {
            return Err(No::ShopExists.into());
        }
        let mut hired = Vec::new();
        for operator in &set_up.operators {
            hired.push(self.hire(operator).await?);
        }
        let system = Session { operator: staff::SYSTEM, role: built_in_role(staff::SYSTEM_ROLE)? };
        let call = Call::full("shop.set_up", &system, CommandId(Uuid::now_v7()), &set_up.name);
        self.gesture(call, async |desk| {
            if store::find_shop(desk.txn.untouched()).await?.is_some() {
                return Err(No::ShopExists.into());
            }
            define_staff(desk, &hired).await?;
            if let (Some(code), Some(owner)) = (first_run.recovery, hired.first()) {
                code.put(desk).await?;
                let issue = IssueRecoveryCode { verifier_id: code.verifier_id };
                desk.run::<Operator>(owner.operator.0, OperatorCommand::IssueRecoveryCode(issue)).await?;
            }
            let register = open_shop(desk, &set_up).await?;
            let printer = ChangePrinter { register, printer: first_run.printer.clone() };
            desk.run::<Device>(register.0, DeviceCommand::ChangePrinter(printer)).await
        })
        .await?;
        self.reload().await?;
        Ok(hired.into_iter().map(|person| person.operator).collect())
    }

    async fn hire(&self, operator: &NewOperator) -> Result<Hired> {
        let id = OperatorId(Uuid::now_v7());
        let role = built_in_role(operator.role)?;
        let pin = NewPin::make(self.pepper(), operator.pin.clone(), &role, first_pin(id)).await?;
        Ok(Hired { operator: id, name: operator.name.clone(), role: operator.role, pin })
    }
}

/// The secret of the PIN that somebody had when the shop opened: a demo shows that one, until it is changed.
pub(crate) fn first_pin(operator: OperatorId) -> Uuid {
    Uuid::new_v5(&operator.0, b"first pin")
}

fn built_in_role(role: RoleId) -> Result<RoleDetails> {
    let found = staff::built_in_roles().into_iter().find(|defined| defined.role == role);
    let defined = found.ok_or(staff::Rejection::RoleNotDefined)?;
    Ok(RoleDetails { role: defined.role, name: defined.name, grants: defined.grants })
}

async fn define_staff(desk: &mut Desk, hired: &[Hired]) -> Result<()> {
    for role in staff::built_in_roles() {
        desk.run::<Role>(role.role.0, RoleCommand::Define(role)).await?;
    }
    for operator in staff::built_in_operators() {
        desk.run::<Operator>(operator.operator.0, OperatorCommand::Add(operator)).await?;
    }
    for person in hired {
        let RoleState::Defined(role) = desk.state::<Role>(person.role.0).await? else {
            return Err(staff::Rejection::RoleNotDefined.into());
        };
        let add =
            AddOperator { operator: person.operator, name: person.name.clone(), initials: None, role: role.clone() };
        desk.run::<Operator>(person.operator.0, OperatorCommand::Add(add)).await?;
        person.pin.put(desk).await?;
        let pin = ChangePin { verifier_id: person.pin.verifier_id, digits: person.pin.digits, role };
        desk.run::<Operator>(person.operator.0, OperatorCommand::ChangePin(pin)).await?;
    }
    Ok(())
}

async fn open_shop(desk: &mut Desk, set_up: &SetUp) -> Result<RegisterId> {
    let (store, register) = (StoreId(Uuid::now_v7()), RegisterId(Uuid::now_v7()));
    let price_list = PriceListId(Uuid::now_v7());
    let details = ShopDetails {
        name: set_up.name.clone(),
        address: set_up.address.clone(),
        tax_id: set_up.tax_id.clone(),
        country: set_up.country.clone(),
        price_list,
        language: set_up.language,
        cash_limit: set_up.cash_limit,
        demo: set_up.demo,
    };
    desk.run::<Shop>(store.0, ShopCommand::Open(OpenShop { store, details })).await?;
    let enrol = EnrolRegister { register, number: 1, name: set_up.register_name.clone() };
    desk.run::<Shop>(store.0, ShopCommand::EnrolRegister(enrol)).await?;
    let profile =
        Profile::find(&set_up.country).ok_or_else(|| Error::Bug("an unknown country was let in".to_owned()))?;
    let list = OpenPriceList {
        list: price_list,
        name: set_up.name.clone(),
        currency: profile.currency.value,
        tax_included: profile.tax_included.value,
    };
    desk.run::<PriceList>(price_list.0, list).await?;
    for document_type in [DocumentType::Sale, DocumentType::Reversal] {
        let open = OpenSeries { register, document_type, label: first_label(document_type).to_owned() };
        desk.run::<ReceiptSeries>(ReceiptSeries::STREAM, SeriesCommand::OpenSeries(open)).await?;
    }
    Ok(register)
}
