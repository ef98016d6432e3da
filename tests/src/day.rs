//! A day in which a bit of everything happens, and single decisions that no screen asks for yet.

use crate::counter::{Counter, command, eur, pay_cash};
use crate::gestures::{line_discount, order_discount, other_price, paid, part, percent, short};
use anyhow::{Result, bail, ensure};
use eventing::{Begun, Decider, Durability, Gesture};
use kernel::{CorrelationId, Moment, Money, Uuid};
use pos::Pos;
use pos::api::requests as ask;

/// A charger: 15.90.
pub const CHARGER: &str = "2900000020047";
/// A cable: 8.99.
pub const CABLE: &str = "2900000020061";
/// Cheese by weight: 11.90 a kilogram.
pub const FETA: &str = "2900000040090";

/// A shop after a day in which a bit of everything happened.
pub async fn busy() -> Result<Counter> {
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
    part(counter.place(&given_up).await?)?;
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

/// Lets one aggregate decide, past every screen and every permission. Its events and all that follows are recorded.
pub async fn decide<D: Decider>(pos: &Pos, id: Uuid, decision: D::Command) -> Result<()>
where
    D::Rejection: std::fmt::Debug,
{
    let command = command();
    let head = pos.store().head().await;
    let at = Moment {
        now_ms: head.highest_ms,
        highest_ms: head.highest_ms,
        offset_minutes: 120,
        actor: staff::SYSTEM,
        approver: None,
        shift: pos.shift().map(|shift| shift.shift),
        command,
        correlation: CorrelationId(command.0),
    };
    let gesture = Gesture { name: "tests.decide", at, durability: Durability::Full, fingerprint: [0; 32] };
    let Begun::Fresh(mut txn) = pos.store().begin(gesture).await? else { bail!("the command is new") };
    if let Err(rejection) = txn.run::<D>(id, decision).await? {
        bail!("refused: {rejection:?}");
    }
    txn.commit(&()).await?;
    ensure!(pos.store().head().await.seq > head.seq, "nothing was recorded");
    Ok(())
}
