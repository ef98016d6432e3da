//! What the window needs when it opens, and when somebody has signed on.

use super::receipts::paid_with;
use super::settings::may;
use super::words::{CartView, DemoPin, OperatorView, SaleView, SessionView, ShiftView, ShopView, Start, TenderView};
use crate::error::{Error, Result};
use crate::{Pos, Session};
use contracts::DocumentType;
use kernel::{Money, OrderId};
use payments::TenderRow;

/// Only a sale can be reversed, so the newest sale is not far.
const DOCUMENTS_LOOKED_AT: u32 = 100;

impl Pos {
    /// The state of the register for a window that opens.
    pub async fn start(&self) -> Result<Start> {
        let shop = self.shop().ok();
        let session = match self.session() {
            Ok(session) => Some(self.session_view(&session).await?),
            Err(_) => None,
        };
        let operators = self.operators().await?;
        let demo_pins = self.demo_pins(&operators).await?;
        Ok(Start {
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            shop: shop.as_deref().map(|shop| shop_view(shop, demo_pins)),
            operators,
            session,
            stopped_cleanly: self.store().was_clean(),
            last_saved: self.last_saved().await?,
            look: shop.as_deref().map(|shop| shop.look.clone()).unwrap_or_default(),
            countries: self.countries(),
        })
    }

    /// After an unclean stop: the last sale that was saved, of any shift, reversed or not. It tells whoever comes back
    /// how far the register got.
    async fn last_saved(&self) -> Result<Option<SaleView>> {
        if self.store().was_clean() || self.shop().is_err() {
            return Ok(None);
        }
        let mut reader = self.store().reader().await?;
        let recent = fiscal::list_recent(&mut reader, DOCUMENTS_LOOKED_AT).await?;
        drop(reader);
        match recent.iter().find(|document| document.document_type == DocumentType::Sale) {
            Some(document) => self.find_sale(document.order).await,
            None => Ok(None),
        }
    }

    /// Who may sign on: active, with a PIN.
    pub async fn operators(&self) -> Result<Vec<OperatorView>> {
        let mut reader = self.store().reader().await?;
        let rows = staff::list_operators(&mut reader).await?;
        let present = rows.into_iter().filter(|row| row.active && row.has_pin);
        Ok(present
            .map(|row| OperatorView {
                operator: row.operator,
                name: row.name,
                initials: row.initials,
                role: row.role_name,
            })
            .collect())
    }

    /// Who is signed on, and what lies on the counter.
    pub async fn session_view(&self, session: &Session) -> Result<SessionView> {
        let operator = self.operators().await?.into_iter().find(|view| view.operator == session.operator);
        let operator = operator.ok_or(staff::Rejection::NotActive)?;
        let shift = self.shift_view().await?;
        let mut reader = self.store().reader().await?;
        // A cart that somebody left belongs to the register: whoever signs on next goes on with it.
        let at_hand = orders::views::find_at_hand(&mut reader).await?;
        let last = match &shift {
            Some(shift) => orders::views::last_confirmed_in_shift(&mut reader, shift.shift).await?,
            None => None,
        };
        drop(reader);
        let cart = match at_hand {
            Some(order) => self.cart_at_hand(order).await?,
            None => None,
        };
        let last_sale = match last {
            Some(order) => self.find_sale(order).await?,
            None => None,
        };
        Ok(SessionView {
            operator,
            shift,
            cart,
            last_sale,
            parked: self.list_parked().await?,
            printing: self.printing().await?,
            may: may(session),
        })
    }

    /// The cart on the counter, unless nothing lies on it. One that cannot be priced any more does not keep the window
    /// from opening: the next scan begins another.
    async fn cart_at_hand(&self, order: OrderId) -> Result<Option<CartView>> {
        match self.cart(order).await {
            Ok(cart) => Ok(Some(cart).filter(|cart| !(cart.lines.is_empty() && cart.unknown.is_empty()))),
            Err(Error::Refused(_)) => {
                self.keep_at_hand(None);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    async fn shift_view(&self) -> Result<Option<ShiftView>> {
        let (Some(shift), Ok(shop)) = (self.shift(), self.shop()) else { return Ok(None) };
        let mut reader = self.store().reader().await?;
        let row = till::find_shift(&mut reader, shift.shift).await?;
        Ok(row.map(|row| ShiftView {
            shift: shift.shift,
            number: shift.number,
            opened_ms: row.opened_ms,
            float: shift.float,
            denominations: shop.profile.denominations(),
        }))
    }

    /// A completed sale by its order.
    pub async fn find_sale(&self, order: OrderId) -> Result<Option<SaleView>> {
        let currency = self.shop()?.currency;
        let mut reader = self.store().reader().await?;
        let document = fiscal::find_by_order(&mut reader, order, DocumentType::Sale).await?;
        let Some(document) = document else { return Ok(None) };
        let tenders = payments::list_tenders(&mut reader, order).await?;
        let tenders: Vec<&TenderRow> = paid_with(&document, &tenders).collect();
        Ok(Some(SaleView {
            order,
            document: document.document,
            number: fiscal::document_number(&document.series, document.number),
            total: document.total,
            tendered: Money::sum(tenders.iter().map(|row| row.tendered), currency)?,
            change: Money::sum(tenders.iter().map(|row| row.change), currency)?,
            tenders: tenders.iter().map(|row| TenderView { kind: row.kind, amount: row.amount }).collect(),
            at_ms: document.at_ms,
        }))
    }
}

fn shop_view(shop: &crate::ShopContext, demo_pins: Vec<DemoPin>) -> ShopView {
    ShopView {
        name: shop.details.name.clone(),
        register: shop.register_name.clone(),
        country: shop.details.country.clone(),
        currency: shop.currency,
        exponent: shop.currency.exponent(),
        language: match shop.details.language {
            store::Language::En => "en",
            store::Language::El => "el",
            store::Language::Ar => "ar",
        }
        .to_owned(),
        tax_included: shop.tax_included,
        demo: shop.details.demo,
        demo_pins,
    }
}
