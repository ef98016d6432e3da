//! Files and folders that are not as they should be, and what keeps a good one good.

mod clock;
mod opening;
mod restoring;
mod tampered;

use anyhow::Result;
use eventing::sqlx::sqlite::SqliteConnectOptions;
use eventing::sqlx::{self, AssertSqlSafe, Connection, SqliteConnection};
use kernel::Money;
use pos::api::requests as ask;
use pos::{Open, Pos};
use std::path::Path;
use tests::counter::{Counter, command, eur, pay_cash};
use tests::gestures::{line_discount, order_discount, other_price, paid, part, percent, short};

const CHARGER: &str = "2900000020047";
const CABLE: &str = "2900000020061";
const FETA: &str = "2900000040090";

/// Does to a journal's file what nobody should.
async fn bend(folder: &Path, sql: &str) -> Result<()> {
    let options = SqliteConnectOptions::new().filename(folder.join(pos::folder::JOURNAL_FILE));
    let mut connection = SqliteConnection::connect_with(&options).await?;
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

/// The code that a folder is refused with.
async fn refused(folder: &Path) -> String {
    match Pos::open(Open::folder(folder)).await {
        Ok(_) => "opened".to_owned(),
        Err(error) => error.refusal().code,
    }
}

/// A shop after a day in which a bit of everything happened.
async fn busy() -> Result<Counter> {
    let counter = Counter::open().await?;
    let charger = counter.product("CHARGER", CHARGER, 1_590).await?;
    let cable = counter.product("CABLE", CABLE, 899).await?;
    counter.weighed("FETA", FETA, 1_190).await?;
    counter.receive(charger, 20).await?;
    counter.receive(cable, 3).await?;
    counter.sell(&[CHARGER, CABLE]).await?;
    discounts(&counter).await?;
    let cart = counter.cart_of(&[(CABLE, 4)]).await?;
    let (back, _) = short(counter.pay_cash(&cart, None).await?)?;
    let less = counter.quantity(&back, 1, 1_000).await?;
    paid(counter.pay_card(&less, None).await?)?;
    let undone = counter.sell(&[CHARGER]).await?;
    counter.reverse(&undone).await?;
    counter.close_shift(eur(20_000)).await?;
    counter.open_shift(5_000).await?;
    counter.set_price(cable, 799).await?;
    let cart = counter.cart_of(&[(CHARGER, 2), (CABLE, 1)]).await?;
    let rest = part(counter.pay_part_in_cash(&cart, eur(1_000)).await?)?;
    let rest = part(counter.pay_coupon(&rest, eur(100)).await?)?;
    paid(counter.pay_card(&rest, None).await?)?;
    let placed = counter.cart_of(&[(CHARGER, 1)]).await?;
    part(counter.place(&placed).await?)?;
    let given_up = counter.cart_of(&[(CHARGER, 1)]).await?;
    counter.cancel(&counter.manager, given_up.order).await?;
    counter.scan_milli(None, FETA, 1_235).await?;
    Ok(counter)
}

async fn discounts(counter: &Counter) -> Result<()> {
    let cart = counter.cart_of(&[(CHARGER, 2), (CABLE, 1)]).await?;
    counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, percent(5))).await?;
    let price = Some(kernel::UnitPrice::from_minor(850, kernel::Currency::EUR));
    counter.pos.override_price(&counter.manager, other_price(&cart, 2, price)).await?;
    let cart = counter.pos.discount_order(&counter.manager, order_discount(&cart, percent(3))).await?;
    let cart = counter.void_line(&cart, 2).await?.unwrap_or(cart);
    let tendered = Some(Money { minor: 5_000, ..cart.total });
    paid(counter.pos.pay_cash(&counter.cashier, pay_cash(&cart, tendered)).await?)?;
    let receive = ask::SetStockPolicy {
        command: command(),
        product: cart.lines[0].product,
        policy: inventory::StockPolicy::Allow,
    };
    Ok(counter.pos.set_stock_policy(&counter.manager, receive).await?)
}
