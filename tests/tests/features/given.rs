//! How a scenario begins.

use crate::{Product, Shop, euros};
use anyhow::{Context, Result};
use cucumber::{given, when};
use kernel::Money;
use tests::counter::Counter;

#[given(regex = r"^a shop with an open shift and (\S+) in the drawer$")]
async fn a_shop(shop: &mut Shop, float: String) -> Result<()> {
    let counter = Counter::new().await?;
    counter.open_shift(euros(&float)?.minor).await?;
    shop.counter = Some(counter);
    Ok(())
}

#[given(regex = r#"^(\d+) "([^"]+)" at (\S+) on the shelf$"#)]
async fn on_the_shelf(shop: &mut Shop, pieces: i64, name: String, price: String) -> Result<()> {
    let barcode = format!("29000000{:05}", 10_000 + shop.products.len());
    let counter = shop.counter()?;
    let id = counter.product(&name.to_uppercase(), &barcode, euros(&price)?.minor).await?;
    counter.receive(id, pieces).await?;
    shop.products.insert(name, Product { id, barcode });
    Ok(())
}

#[given(regex = r"^a cart with (.+)$")]
async fn a_cart(shop: &mut Shop, items: String) -> Result<()> {
    let mut wanted: Vec<(String, i64)> = Vec::new();
    for item in items.split(", ").flat_map(|part| part.split(" and ")) {
        let (pieces, name) = item.split_once(' ').with_context(|| format!("{item:?} names no product"))?;
        wanted.push((shop.product(name.trim_matches('"'))?.barcode.clone(), pieces.parse()?));
    }
    let wanted: Vec<(&str, i64)> = wanted.iter().map(|(code, pieces)| (code.as_str(), *pieces)).collect();
    shop.cart = Some(shop.counter()?.cart_of(&wanted).await?);
    Ok(())
}

#[given("the cashier closes the cart")]
#[when("the cashier closes the cart")]
async fn closed(shop: &mut Shop) -> Result<()> {
    let placed = shop.counter()?.place(shop.cart()?).await;
    shop.keep_payment(placed)
}

#[given(regex = r"^the customer pays (\S+) of it in cash$")]
#[when(regex = r"^the customer pays (\S+) of it in cash$")]
async fn paid_in_part(shop: &mut Shop, amount: String) -> Result<()> {
    let amount: Money = euros(&amount)?;
    let request = pos::api::requests::PayCash { partial: true, ..tests::counter::pay_cash(shop.cart()?, Some(amount)) };
    shop.part = Some(tests::gestures::tender_of(request.command));
    let counter = shop.counter()?;
    let paid = counter.pos.pay_cash(&counter.cashier, request).await;
    shop.keep_payment(paid)
}
