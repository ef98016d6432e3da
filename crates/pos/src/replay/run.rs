//! A whole file of baskets, from the first to the last, once.

use super::baskets::{self, Basket, BasketFile};
use super::plan::{self, FileKey, Listed, Sale};
use super::report::{Commands, Percentiles, ReplayReport};
use super::sell::Seller;
use crate::api::requests::{CloseShift, OpenShift};
use crate::error::{Error, Result};
use crate::import::{Position, Rejection, Watch};
use crate::{No, Pos, ShopContext};
use catalog::HeldCode;
use contracts::{OrderConfirmed, ProductKind};
use eventing::sqlx::{self, Row};
use kernel::{Currency, Fact, ProductId, ShiftId, Uuid};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::time::Instant;

/// Products that are looked up, or baskets that are summed, in one query.
const PAGE: usize = 1_000;

/// Unknown products that a refusal names.
const SKUS_NAMED: usize = 10;

/// Shifts that one file may take: a person may close one while the replay is interrupted.
const MAX_SHIFTS: u32 = 20;

impl Pos {
    /// Sells a file of baskets through the gestures of the counter. Command ids follow from the file, so that asking
    /// again sells nothing twice, and goes on where a stopped replay ended.
    ///
    /// # Errors
    /// POS-003 without a shop; IMP-001 to IMP-005, IMP-008 and IMP-009 for the file; IMP-010 for products that the
    /// catalog lacks, IMP-011 when somebody else's shift is open, IMP-012 for another kind of store, IMP-013 when
    /// stock does not suffice, IMP-007 when it was stopped.
    pub async fn replay(&self, path: &Path, watch: Watch<'_>) -> Result<ReplayReport> {
        let started = Instant::now();
        let shop = self.shop()?;
        if shop.currency != Currency::EUR || !shop.tax_included {
            return Err(Rejection::StoreDoesNotFit.into());
        }
        let file = baskets::read(path, shop.currency)?;
        let unread =
            |error: std::io::Error| Rejection::FileNotRead { file: path.display().to_string(), why: error.to_string() };
        let key = FileKey::of(path).map_err(unread)?;
        let sales = self.plan(&shop, &file, key).await?;
        let times = self.sell_all(&file, &sales, key, watch).await?;

        let mut report = ReplayReport {
            baskets: file.baskets.len() as u64,
            skipped: file.baskets.iter().filter(|basket| basket.lines.is_empty()).count() as u64,
            skipped_lines: file.empty_lines,
            forfeited_minor: file.baskets.iter().map(unused_coupons).sum(),
            ..ReplayReport::default()
        };
        let shifts = (1..=MAX_SHIFTS).flat_map(|number| [key.open_shift(number), key.close_shift(key.shift(number))]);
        report.add(self, &Commands { shifts: shifts.collect(), ..Commands::default() }).await?;
        for page in sales.chunks(PAGE) {
            let mut commands = Commands::default();
            for step in page.iter().flat_map(|sale| &sale.steps) {
                let list = if step.act.pays() { &mut commands.pays } else { &mut commands.edits };
                list.push(step.command);
            }
            commands.edits.extend(page.iter().map(|sale| sale.open));
            report.add(self, &commands).await?;
        }
        report.sale_us = Percentiles::of(times);
        report.seconds = started.elapsed().as_secs_f64();
        Ok(report)
    }

    /// Checks the whole file against the catalog before anything is sold, and plans each basket that sold something.
    async fn plan(&self, shop: &ShopContext, file: &BasketFile, key: FileKey) -> Result<Vec<Sale>> {
        let catalog = self.listed(shop, file).await?;
        let listed = |sku: &str| catalog.get(&sku.to_ascii_uppercase()).copied();
        let unknown = plan::unknown_skus(file, listed);
        if !unknown.is_empty() {
            let skus = unknown.iter().take(SKUS_NAMED).copied().collect::<Vec<_>>().join(", ");
            return Err(Rejection::ProductsUnknown { count: unknown.len() as u64, skus }.into());
        }
        plan::check(file, listed).map_err(baskets::refused)?;
        let sold = file.baskets.iter().filter(|basket| !basket.lines.is_empty());
        sold.map(|basket| Ok(plan::sale(key, basket, listed)?)).collect()
    }

    /// The catalog's products that the file names and that have a price now.
    async fn listed(&self, shop: &ShopContext, file: &BasketFile) -> Result<HashMap<String, Listed>> {
        let lines = file.baskets.iter().flat_map(|basket| &basket.lines);
        let skus: HashSet<String> = lines.map(|line| line.sku.to_ascii_uppercase()).collect();
        let skus: Vec<String> = skus.into_iter().collect();
        let mut reader = self.store().reader().await?;
        let mut found = HashMap::new();
        for page in skus.chunks(PAGE) {
            let holders = catalog::find_holders(&mut reader, page, &[]).await?;
            let holders = holders.into_iter().filter(|holder| matches!(holder.code, HeldCode::Sku(_)));
            let ids: Vec<ProductId> = holders.map(|holder| holder.product).collect();
            let now_ms = self.clock().now_ms();
            for product in catalog::products_for_sale(&mut reader, shop.price_list, &ids, now_ms).await? {
                let Some(price) = product.price else { continue };
                let takes_discount = match product.kind {
                    ProductKind::Goods | ProductKind::Service => product.discountable,
                    ProductKind::Fee | ProductKind::Voucher => false,
                };
                let listed = Listed {
                    product: product.product,
                    unit: product.unit,
                    price: price.price,
                    discountable: takes_discount,
                };
                found.insert(product.sku.to_ascii_uppercase(), listed);
            }
        }
        Ok(found)
    }

    /// Sells what is not sold yet, in a shift of the replay's own.
    async fn sell_all(
        &self,
        file: &BasketFile,
        sales: &[Sale],
        key: FileKey,
        watch: Watch<'_>,
    ) -> Result<Vec<std::time::Duration>> {
        let baskets: Vec<&Basket> = file.baskets.iter().filter(|basket| !basket.lines.is_empty()).collect();
        let sold = self.sold(sales).await?;
        let (total, mut done) = (sales.len() as u64, sold.len() as u64);
        let open: Vec<_> = baskets.into_iter().zip(sales).filter(|(_, sale)| !sold.contains(&sale.order.0)).collect();
        let session = self.built_in_session(staff::REPLAY).await?;
        let currency = self.shop()?.currency;
        let mut seller = Seller { pos: self, who: &session, currency, pay_times: Vec::new() };
        if !open.is_empty() {
            self.open_own_shift(&seller, key).await?;
        }
        for (basket, sale) in open {
            if watch.is_stopped() {
                return Err(Rejection::Stopped { done, total }.into());
            }
            seller.sell(basket, sale).await?;
            done += 1;
            (watch.progress)(Position { done, total, bad: 0 });
        }
        self.close_own_shift(&seller, key).await?;
        Ok(seller.pay_times)
    }

    /// The orders that an earlier run of this file completed.
    async fn sold(&self, sales: &[Sale]) -> Result<HashSet<Uuid>> {
        let mut reader = self.store().reader().await?;
        let mut sold = HashSet::new();
        for page in sales.chunks(PAGE) {
            let orders: Vec<String> = page.iter().map(|sale| sale.order.0.simple().to_string()).collect();
            let rows = sqlx::query(
                "SELECT DISTINCT e.stream FROM json_each(?) k CROSS JOIN event e \
                 ON e.stream = unhex(k.value) AND e.kind = 'orders.order' AND e.type = ?",
            )
            .bind(serde_json::Value::from(orders).to_string())
            .bind(OrderConfirmed::TYPE)
            .fetch_all(&mut *reader)
            .await?;
            for row in &rows {
                let order = Uuid::from_slice(row.get(0)).map_err(|error| Error::Bug(error.to_string()))?;
                sold.insert(order);
            }
        }
        Ok(sold)
    }

    /// Opens a shift for the replay, or goes on in the one that it has open.
    async fn open_own_shift(&self, seller: &Seller<'_>, key: FileKey) -> Result<()> {
        if let Some(running) = self.shift() {
            let ours = self.is_replays(running.shift).await?;
            return if ours { Ok(()) } else { Err(Rejection::ShiftNotOurs.into()) };
        }
        for number in 1..=MAX_SHIFTS {
            let open = OpenShift { command: key.open_shift(number), float: seller.nothing() };
            self.open_shift(seller.who, open).await?;
            // A shift that was opened under this command before, and closed since, does not open again.
            if self.shift().is_some() {
                return Ok(());
            }
        }
        Err(No::NoShift.into())
    }

    /// Counts what should be in the drawer, and closes.
    async fn close_own_shift(&self, seller: &Seller<'_>, key: FileKey) -> Result<()> {
        let Some(running) = self.shift() else { return Ok(()) };
        if !self.is_replays(running.shift).await? {
            return Ok(());
        }
        let mut reader = self.store().reader().await?;
        let row = till::find_shift(&mut reader, running.shift).await?.ok_or(No::NoShift)?;
        drop(reader);
        let close = CloseShift { command: key.close_shift(running.shift), counted: row.expected, pieces: Vec::new() };
        self.close_shift(seller.who, close).await?;
        Ok(())
    }

    async fn is_replays(&self, shift: ShiftId) -> Result<bool> {
        let mut reader = self.store().reader().await?;
        let row = till::find_shift(&mut reader, shift).await?;
        Ok(row.is_some_and(|row| row.opened_by == staff::REPLAY))
    }
}

/// Coupons that came with nothing to pay: there is no tender that could say so.
fn unused_coupons(basket: &Basket) -> i64 {
    if !basket.lines.is_empty() && basket.net_minor() == 0 { basket.coupons_minor } else { 0 }
}
