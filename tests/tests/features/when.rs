//! What happens.

use crate::{Came, Shop, Tried, euros};
use anyhow::{Context, Result, ensure};
use cucumber::{given, when};
use kernel::Money;
use pos::api::requests as ask;
use pos::api::words::Payment;
use tests::counter::{command, pay_cash};
use tests::gestures::{line_discount, percent};

const MINUTE_MS: i64 = 60_000;

async fn hand_over(shop: &mut Shop, tendered: Option<Money>) -> Result<()> {
    let request = pay_cash(shop.cart()?, tendered);
    shop.tried = Some(Tried::Cash(request.clone()));
    let counter = shop.counter()?;
    let paid = counter.pos.pay_cash(&counter.cashier, request).await;
    shop.keep_payment(paid)
}

#[given("the customer pays exactly in cash")]
#[when("the customer pays exactly in cash")]
#[when("the customer pays the rest in cash")]
async fn pays_exactly(shop: &mut Shop) -> Result<()> {
    hand_over(shop, None).await
}

#[given(regex = r"^the customer hands over (\S+)$")]
#[when(regex = r"^the customer hands over (\S+)$")]
async fn hands_over(shop: &mut Shop, amount: String) -> Result<()> {
    hand_over(shop, Some(euros(&amount)?)).await
}

#[when("the customer pays by card")]
async fn pays_by_card(shop: &mut Shop) -> Result<()> {
    let paid = shop.counter()?.pay_card(shop.cart()?, None).await;
    shop.keep_payment(paid)
}

#[when("the cashier taps exact cash twice")]
async fn taps_twice(shop: &mut Shop) -> Result<()> {
    let (counter, request) = (shop.counter()?, pay_cash(shop.cart()?, None));
    let pay = || counter.pos.pay_cash(&counter.cashier, request.clone());
    let (first, second): (Payment, Payment) = tokio::try_join!(pay(), pay())?;
    ensure!(first == second, "both taps have one answer");
    shop.keep_payment(Ok(first))
}

#[when(regex = r#"^another customer wants (\d+) "([^"]+)"$"#)]
async fn another_customer(shop: &mut Shop, pieces: i64, name: String) -> Result<()> {
    let code = shop.product(&name)?.barcode.clone();
    shop.cart = Some(shop.counter()?.cart_of(&[(&code, pieces)]).await?);
    hand_over(shop, None).await
}

#[given(regex = r#"^the cashier changes the "([^"]+)" to (\d+)$"#)]
#[when(regex = r#"^the cashier changes the "([^"]+)" to (\d+)$"#)]
async fn changes_quantity(shop: &mut Shop, name: String, pieces: i64) -> Result<()> {
    let cart = shop.counter()?.quantity(shop.cart()?, shop.line_of(&name)?, pieces * 1_000).await;
    shop.keep_cart(cart)
}

#[when(regex = r#"^the cashier takes (\d+) % off the "([^"]+)"$"#)]
async fn takes_off(shop: &mut Shop, rate: i32, name: String) -> Result<()> {
    let request = line_discount(shop.cart()?, shop.line_of(&name)?, percent(rate));
    shop.tried = Some(Tried::Discount(request.clone()));
    let counter = shop.counter()?;
    let cart = counter.pos.discount_line(&counter.cashier, request).await;
    shop.keep_cart(cart)
}

#[when(regex = r#"^the cashier parks the order as "([^"]+)"$"#)]
async fn parks(shop: &mut Shop, label: String) -> Result<()> {
    let parked = shop.counter()?.park(shop.cart()?.order, Some(&label)).await;
    match parked {
        Ok(_) => shop.came = Some(Came::Done),
        Err(error) => shop.keep_refusal(error)?,
    }
    Ok(())
}

#[when(regex = r#"^the cashier takes "([^"]+)" up again$"#)]
async fn resumes(shop: &mut Shop, label: String) -> Result<()> {
    let parked = shop.counter()?.pos.list_parked().await?;
    let found = parked.iter().find(|view| view.label.as_ref() == Some(&label));
    let order = found.with_context(|| format!("nobody parked {label}"))?.order;
    let cart = shop.counter()?.resume(order).await;
    shop.keep_cart(cart)
}

#[when("the cashier tries again")]
async fn tries_again(shop: &mut Shop) -> Result<()> {
    let (counter, approval) = (shop.counter()?, shop.approval);
    match shop.tried.clone().context("nothing was tried yet")? {
        Tried::Cash(request) => {
            let request = ask::PayCash { command: command(), approval, ..request };
            let paid = counter.pos.pay_cash(&counter.cashier, request).await;
            shop.keep_payment(paid)
        }
        Tried::Discount(request) => {
            let request = ask::DiscountLine { command: command(), approval, ..request };
            let cart = counter.pos.discount_line(&counter.cashier, request).await;
            shop.keep_cart(cart)
        }
    }
}

#[when("the manager approves it")]
async fn approves(shop: &mut Shop) -> Result<()> {
    let fingerprint = shop.fingerprint.as_deref().context("nothing is there to approve")?;
    shop.approval = Some(shop.counter()?.approve(fingerprint).await?);
    Ok(())
}

#[when("somebody types a wrong PIN for the manager")]
async fn wrong_pin(shop: &mut Shop) -> Result<()> {
    let fingerprint = shop.fingerprint.as_deref().context("nothing is there to approve")?;
    match shop.counter()?.approve_with(fingerprint, "000000").await {
        Ok(_) => anyhow::bail!("a wrong PIN approved"),
        Err(error) => shop.keep_refusal(error),
    }
}

#[when("the manager gives the order up")]
async fn gives_up(shop: &mut Shop) -> Result<()> {
    let counter = shop.counter()?;
    match counter.cancel(&counter.manager, shop.cart()?.order).await {
        Ok(()) => shop.came = Some(Came::Done),
        Err(error) => shop.keep_refusal(error)?,
    }
    Ok(())
}

#[when("the manager gives the money back")]
async fn gives_back(shop: &mut Shop) -> Result<()> {
    let tender = shop.part.context("nothing was paid in part")?;
    let cart = shop.counter()?.give_back(shop.cart()?.order, tender).await;
    shop.keep_cart(cart)
}

#[when("the manager undoes the last sale")]
async fn undoes(shop: &mut Shop) -> Result<()> {
    let Some(Came::Sold(sale)) = &shop.came else { anyhow::bail!("nothing was sold") };
    let undone = shop.counter()?.reverse(sale).await?;
    shop.came = Some(Came::Undone(undone));
    Ok(())
}

#[when("the cashier looks at the cart")]
async fn looks(shop: &mut Shop) -> Result<()> {
    let cart = shop.counter()?.pos.cart(shop.cart()?.order).await;
    shop.keep_cart(cart)
}

#[when("the register stops and starts again")]
async fn restarts(shop: &mut Shop) -> Result<()> {
    let counter = shop.counter.take().context("the scenario opens a shop first")?;
    shop.counter = Some(counter.reopen().await?);
    Ok(())
}

#[when(regex = r"^(\d+) minutes pass$")]
fn time_passes(shop: &mut Shop, minutes: i64) -> Result<()> {
    shop.counter()?.clock.pass_ms(minutes * MINUTE_MS);
    Ok(())
}

#[when(regex = r"^(\d+) minutes pass and the register is idle$")]
async fn idles(shop: &mut Shop, minutes: i64) -> Result<()> {
    let counter = shop.counter()?;
    counter.clock.pass_ms(minutes * MINUTE_MS);
    Ok(counter.pos.idle().await?)
}

#[when(regex = r#"^the price of "([^"]+)" becomes (\S+)$"#)]
async fn price_becomes(shop: &mut Shop, name: String, price: String) -> Result<()> {
    shop.counter()?.set_price(shop.product(&name)?.id, euros(&price)?.minor).await
}

#[when(regex = r"^the cashier counts (\S+) and closes the shift$")]
async fn counts(shop: &mut Shop, counted: String) -> Result<()> {
    let closed = shop.counter()?.close_shift(euros(&counted)?).await?;
    shop.came = Some(Came::Counted(closed));
    Ok(())
}
