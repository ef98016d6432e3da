//! What a shop chooses: its name, its receipts, its printer, its look. A change holds from the next gesture on.

use super::requests::{ChangeLook, ChangePrinter, ChangeShop};
use super::words::{May, SettingsView};
use crate::error::Result;
use crate::gesture::Call;
use crate::{Pos, Session};
use staff::{Act, Operator};
use store::shop::{ChangeReceipt, ChangeShopDetails};
use store::{Device, DeviceCommand, Shop, ShopCommand};

impl Pos {
    /// Everything that the settings show; who works here only to those who may change it.
    ///
    /// # Errors
    /// POS-003 before the first run.
    pub async fn settings(&self, who: &Session) -> Result<SettingsView> {
        let shop = self.shop()?;
        let staff = if may(who).edit_staff { self.staff().await? } else { Vec::new() };
        Ok(SettingsView {
            name: shop.details.name.clone(),
            address: shop.details.address.clone(),
            tax_id: shop.details.tax_id.clone(),
            country: shop.details.country.clone(),
            receipt: shop.receipt.clone(),
            printer: shop.printer.clone(),
            look: shop.look.clone(),
            staff,
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            data_dir: self.data_dir().display().to_string(),
        })
    }

    /// Changes what stands on receipts: the shop and its own words, both or neither.
    ///
    /// # Errors
    /// STF-001 without the permission; SHO-… names the field that cannot be.
    pub async fn change_shop(&self, who: &Session, request: ChangeShop) -> Result<SettingsView> {
        let call = Call::full("shop.change", who, request.command, &request);
        self.gesture(call, async |desk| {
            desk.permit(Act::SetUpShop, None).await?;
            let shop = desk.shop()?;
            let ChangeShop { name, address, tax_id, receipt, .. } = request.clone();
            let details = ChangeShopDetails { name, address, tax_id, language: shop.details.language };
            desk.run::<Shop>(shop.store.0, ShopCommand::ChangeDetails(details)).await?;
            desk.run::<Shop>(shop.store.0, ShopCommand::ChangeReceipt(ChangeReceipt { receipt })).await
        })
        .await?;
        self.reload().await?;
        self.settings(who).await
    }

    /// Changes where paper comes out.
    ///
    /// # Errors
    /// STF-001 without the permission; SHO-012 names the field that cannot be.
    pub async fn change_printer(&self, who: &Session, request: ChangePrinter) -> Result<SettingsView> {
        let call = Call::full("shop.change_printer", who, request.command, &request);
        self.gesture(call, async |desk| {
            desk.permit(Act::SetUpShop, None).await?;
            let register = desk.shop()?.register;
            let change = store::ChangePrinter { register, printer: request.printer.clone() };
            desk.run::<Device>(register.0, DeviceCommand::ChangePrinter(change)).await
        })
        .await?;
        self.reload().await?;
        self.settings(who).await
    }

    /// Changes how the register looks and behaves. Anybody who works here may, for eyes differ; but not when it locks
    /// itself.
    ///
    /// # Errors
    /// STF-001 for other minutes until it locks without the permission, STF-006 for somebody who does not work here any more; SHO-013 to SHO-015 name what cannot be.
    pub async fn change_look(&self, who: &Session, request: ChangeLook) -> Result<SettingsView> {
        let call = Call::full("shop.change_look", who, request.command, &request);
        self.gesture(call, async |desk| {
            desk.txn.state::<Operator>(who.operator.0).await?.active()?;
            if request.look.lock_after_minutes != desk.shop()?.look.lock_after_minutes {
                desk.permit(Act::SetUpShop, None).await?;
            }
            let register = desk.shop()?.register;
            let change = store::ChangeLook { register, look: request.look.clone() };
            desk.run::<Device>(register.0, DeviceCommand::ChangeLook(change)).await
        })
        .await?;
        self.reload().await?;
        self.settings(who).await
    }
}

/// What the role of whoever is signed on opens.
pub(super) fn may(who: &Session) -> May {
    let holds = |act: Act| staff::may(&who.role, &act).is_ok();
    May { set_up_shop: holds(Act::SetUpShop), edit_staff: holds(Act::EditStaff) }
}
