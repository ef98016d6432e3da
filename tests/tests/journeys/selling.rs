//! Scanning, correcting and selling for cash.

use crate::{CASE, CHARGER, GLASS, shop};
use anyhow::Result;
use contracts::{ProductKind, ReceiptNumbered};
use kernel::{LineNumber, Quantity, Unit};
use pos::api::requests as ask;
use pos::api::words::{Scanned, TenderView};
use tests::counter::{Counter, command, details, eur};
use tests::gestures::{code, paid};
use tests::ledger::{assert_clean, facts};

#[tokio::test]
async fn cash_is_taken_change_is_given_and_receipts_are_numbered_without_a_gap() -> Result<()> {
    let counter = shop().await?;
    let exact = counter.sell(&[CASE, GLASS]).await?;
    assert_eq!((exact.number.as_str(), exact.total, exact.change), ("A-1", eur(2_280), eur(0)));

    let cart = counter.cart(&[CASE, GLASS]).await?;
    let sale = paid(counter.pay_cash(&cart, Some(eur(5_000))).await?)?;
    assert_eq!((sale.number.as_str(), sale.tendered, sale.change), ("A-2", eur(5_000), eur(2_720)));
    assert_eq!(sale.tenders, [TenderView { kind: contracts::TenderKind::Cash, amount: eur(2_280) }]);

    let numbers: Vec<u64> = facts::<ReceiptNumbered>(&counter.pos).await?.iter().map(|fact| fact.number).collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(counter.expected_cash().await?, eur(10_000 + 2 * 2_280));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_refused_payment_uses_up_no_number() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    assert_eq!(code(counter.pay_cash(&cart, Some(eur(1_000))).await), "PAY-002");
    counter.park(cart.order, None).await?;
    assert_eq!(counter.sell(&[GLASS]).await?.number, "A-1");
    counter.resume(cart.order).await?;
    assert_eq!(paid(counter.pay_cash(&cart, None).await?)?.number, "A-2");
    Ok(())
}

#[tokio::test]
async fn a_second_scan_of_the_same_piece_raises_its_line() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS, CASE]).await?;
    let lines: Vec<(u32, i64)> = cart.lines.iter().map(|line| (line.line.0, line.quantity.milli)).collect();
    assert_eq!(lines, [(1, 2_000), (2, 1_000)]);
    assert_eq!(cart.total, eur(2 * 1_290 + 990));
    Ok(())
}

#[tokio::test]
async fn a_line_takes_another_quantity_but_none_that_nobody_sells() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let three = counter.quantity(&cart, 1, 3_000).await?;
    assert_eq!((three.lines[0].quantity, three.total), (Quantity::each(3), eur(3 * 1_290)));
    for refused in [0, -1_000, 500, 1_500, 100_000_000, i64::MAX, i64::MIN] {
        assert_eq!(code(counter.quantity(&cart, 1, refused).await), "ORD-010", "{refused} thousandths");
        assert_eq!(code(counter.scan_milli(Some(cart.order), GLASS, refused).await), "ORD-010", "{refused}");
        assert_eq!(code(counter.scan_milli(None, GLASS, refused).await), "ORD-010", "{refused}");
    }
    assert_eq!(code(counter.quantity(&cart, 7, 1_000).await), "ORD-008");
    assert_eq!(counter.pos.cart(cart.order).await?, three, "a refused edit leaves the cart as it was");
    Ok(())
}

#[tokio::test]
async fn what_is_weighed_takes_three_decimals_and_is_a_line_of_its_own() -> Result<()> {
    let counter = shop().await?;
    counter.weighed("FETA", "2900000040090", 1_190).await?;
    let Scanned::Added { cart, .. } = counter.scan_milli(None, "2900000040090", 1_235).await? else {
        anyhow::bail!("feta is unknown")
    };
    assert_eq!(cart.lines[0].quantity, Quantity::milli(1_235, Unit::Kilogram));
    assert_eq!(cart.total, eur(1_470), "1.235 kg × 11.90 is 14.6965");
    let Scanned::Added { cart, line } = counter.scan_milli(Some(cart.order), "2900000040090", 500).await? else {
        anyhow::bail!("feta is unknown")
    };
    assert_eq!((line, cart.lines.len(), cart.total), (LineNumber(2), 2, eur(1_470 + 595)));
    Ok(())
}

#[tokio::test]
async fn a_line_is_voided_and_its_number_is_not_used_again() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let left = counter.void_line(&cart, 1).await?.expect("one line is left");
    assert_eq!((left.lines.len(), left.total), (1, eur(990)));
    assert_eq!(code(counter.void_line(&cart, 1).await), "ORD-008", "a line goes once");

    let Scanned::Added { cart, line } = counter.scan(Some(cart.order), CHARGER).await? else {
        anyhow::bail!("the charger is unknown")
    };
    assert_eq!(line, LineNumber(3));

    counter.void_line(&cart, 2).await?;
    assert_eq!(counter.void_line(&cart, 3).await?, None, "nothing is left to show");
    assert_eq!(code(counter.pay_cash(&cart, None).await), "ORD-004", "an order with nothing on it is given up");
    let cart = counter.cart(&[CHARGER]).await?;
    assert_eq!(paid(counter.pay_cash(&cart, None).await?)?.number, "A-1");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn an_order_is_given_up_whole_and_takes_nothing_more() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    counter.cancel(&counter.manager, cart.order).await?;
    assert_eq!(code(counter.scan(Some(cart.order), CASE).await), "ORD-004");
    assert_eq!(code(counter.cancel(&counter.manager, cart.order).await), "ORD-004");
    assert_eq!(code(counter.pay_cash(&cart, None).await), "ORD-004");
    assert_eq!(facts::<ReceiptNumbered>(&counter.pos).await?, []);
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_malformed_code_records_nothing() -> Result<()> {
    let counter = shop().await?;
    let before = counter.seq().await;
    for bad in ["", "   ", "12\u{7}34", &"9".repeat(129)] {
        assert_eq!(code(counter.scan(None, bad).await), "POS-010", "{bad:?}");
    }
    assert_eq!(counter.seq().await, before);
    Ok(())
}

#[tokio::test]
async fn what_has_no_price_or_is_not_sold_any_more_says_so() -> Result<()> {
    let counter = shop().await?;
    let request = ask::CreateProduct { command: command(), details: details("NOPRICE", "2900000090001"), price: None };
    counter.pos.create_product(&counter.manager, request).await?;
    assert_eq!(code(counter.scan(None, "2900000090001").await), "POS-006");
    let retired = catalog::ProductDetails { active: false, ..details("OLD", "2900000090018") };
    counter.product_with(retired, 500).await?;
    assert_eq!(code(counter.scan(None, "2900000090018").await), "POS-007");
    Ok(())
}

#[tokio::test]
async fn a_tile_adds_what_the_catalog_knows_and_the_country_taxes() -> Result<()> {
    let counter = shop().await?;
    let add = async |order, product| {
        let request = ask::AddProduct { command: command(), order, product, quantity_milli: None, instead_of: None };
        counter.pos.add_product(&counter.cashier, request).await
    };
    let case = catalog::product_id_for_sku("CASE");
    let cart = add(None, case).await?;
    assert_eq!(add(Some(cart.order), case).await?.total, eur(2 * 1_290));
    assert_eq!(code(add(Some(cart.order), catalog::product_id_for_sku("NOBODY")).await), "POS-005");
    let untaxed = catalog::ProductDetails { tax_group: "luxury".to_owned(), ..details("YACHT", "2900000090032") };
    let untaxed = counter.product_with(untaxed, 100).await?;
    assert_eq!(code(add(Some(cart.order), untaxed).await), "POS-011", "a cart that cannot be priced is not kept");
    assert_eq!(counter.pos.cart(cart.order).await?.lines.len(), 1);
    Ok(())
}

#[tokio::test]
async fn nothing_is_sold_without_a_shop_or_a_shift() -> Result<()> {
    let counter = Counter::new().await?;
    counter.product("CASE", CASE, 1_290).await?;
    assert_eq!(code(counter.scan(None, CASE).await), "POS-002");
    let folder = tempfile::tempdir()?;
    let blank = tests::counter::open(folder.path(), &counter.clock).await?;
    assert_eq!(code(blank.shop()), "POS-003");
    assert_eq!(code(counter.pos.set_up(tests::counter::set_up("gr")).await), "POS-004");
    Ok(())
}

#[tokio::test]
async fn a_price_that_changed_under_the_screen_is_said_and_nothing_is_taken() -> Result<()> {
    let counter = shop().await?;
    let cable = counter.product("CABLE", "2900000020061", 899).await?;
    let cart = counter.cart(&["2900000020061"]).await?;
    counter.set_price(cable, 799).await?;
    let before = counter.seq().await;
    assert_eq!(code(counter.pay_cash(&cart, None).await), "ORD-015");
    assert_eq!(code(counter.place(&cart).await), "ORD-015");
    assert_eq!(counter.seq().await, before);

    let painted = counter.pos.cart(cart.order).await?;
    assert_eq!(painted.total, eur(799));
    assert_eq!(paid(counter.pay_cash(&painted, None).await?)?.total, eur(799));
    Ok(())
}

#[tokio::test]
async fn a_service_sells_beside_goods_and_moves_no_stock() -> Result<()> {
    let counter = shop().await?;
    let repair = catalog::ProductDetails { kind: ProductKind::Service, ..details("REPAIR", "2900000030015") };
    let repair = counter.product_with(repair, 7_900).await?;
    assert_eq!(counter.sell(&["2900000030015", CASE]).await?.total, eur(9_190));
    assert_eq!(counter.pieces(repair).await?, (0, 0));
    assert_clean(&counter.pos).await
}
