//! Discounts and prices that an operator sets, within what the role allows.

use crate::{CASE, CHARGER, GLASS, shop};
use anyhow::Result;
use contracts::{Discount, Step};
use kernel::{Currency, Money, UnitPrice};
use pos::api::requests as ask;
use pos::api::words::CartView;
use tests::counter::{details, eur};
use tests::gestures::{code, line_discount, order_discount, other_price, other_total, paid, percent};
use tests::ledger::assert_clean;

/// Σ of what is printed on the lines.
fn printed(cart: &CartView) -> i64 {
    cart.lines.iter().map(|line| line.line_total.minor).sum()
}

#[tokio::test]
async fn a_discount_within_the_cashiers_limit_is_given_and_taken_back() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let cheaper = counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, percent(10))).await?;
    assert_eq!((cheaper.lines[0].discount, cheaper.total), (eur(129), eur(1_161 + 990)));
    assert!(cheaper.lines[0].steps.contains(&Step::LineDiscount { amount: eur(129) }), "the line says why");

    let back = counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, None)).await?;
    assert_eq!(back.total, cart.total);
    Ok(())
}

#[tokio::test]
async fn a_discount_on_the_order_falls_on_its_lines_to_the_cent() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS, CHARGER]).await?;
    let cheaper = counter.pos.discount_order(&counter.cashier, order_discount(&cart, percent(7))).await?;
    assert_eq!((cheaper.subtotal, cheaper.discount, cheaper.total), (eur(3_870), eur(271), eur(3_599)));
    assert_eq!(printed(&cheaper), 3_599, "the total is the sum of what is printed");
    assert_eq!(paid(counter.pay_cash(&cheaper, None).await?)?.total, eur(3_599));
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn small_discounts_do_not_add_up_past_the_limit() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let cart = counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, percent(10))).await?;
    let before = counter.seq().await;
    let more = counter.pos.discount_order(&counter.cashier, order_discount(&cart, percent(10))).await;
    assert_eq!(code(more), "STF-002");
    assert_eq!(counter.seq().await, before, "a refused discount is not recorded");
    assert_eq!(counter.pos.cart(cart.order).await?, cart);
    Ok(())
}

#[tokio::test]
async fn a_discount_takes_off_neither_nothing_nor_more_than_everything() -> Result<()> {
    let counter = shop().await?;
    let fixed = catalog::ProductDetails { discountable: false, ..details("FIXED", "2900000090025") };
    counter.product_with(fixed, 500).await?;
    let cart = counter.cart(&[CASE, "2900000090025"]).await?;
    let amount = |minor| Some(Discount::Amount { amount: eur(minor) });
    let give = async |line, discount| {
        code(counter.pos.discount_line(&counter.manager, line_discount(&cart, line, discount)).await)
    };
    assert_eq!(give(1, percent(101)).await, "ORD-013");
    assert_eq!(give(1, percent(-1)).await, "ORD-013");
    assert_eq!(give(1, amount(0)).await, "ORD-013");
    assert_eq!(give(1, amount(1_291)).await, "PRI-005");
    assert_eq!(give(2, percent(5)).await, "PRI-006");
    let dollars = Some(Discount::Amount { amount: Money::new(100, Currency::CAD) });
    assert_eq!(give(1, dollars).await, "PRI-009");
    let wordless = ask::DiscountLine { reason: "  ".to_owned(), ..line_discount(&cart, 1, percent(5)) };
    assert_eq!(code(counter.pos.discount_line(&counter.manager, wordless).await), "ORD-011");
    assert_eq!(counter.pos.cart(cart.order).await?, cart);
    Ok(())
}

#[tokio::test]
async fn a_manager_sets_another_price_with_a_reason() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let price = Some(UnitPrice::from_minor(999, Currency::EUR));
    assert_eq!(code(counter.pos.override_price(&counter.cashier, other_price(&cart, 1, price)).await), "STF-001");
    let cheaper = counter.pos.override_price(&counter.manager, other_price(&cart, 1, price)).await?;
    assert_eq!((cheaper.total, cheaper.discount), (eur(999), eur(0)), "an override is no discount");
    let said = cheaper.lines[0].steps.iter().any(|step| {
        matches!(step, Step::PriceOverride { price, reason } if price.milli_minor == 999_000 && reason == "as advertised")
    });
    assert!(said, "the line says why: {:?}", cheaper.lines[0].steps);
    assert_eq!(cheaper.lines[0].list_price, UnitPrice::from_minor(1_290, Currency::EUR));

    let wordless = ask::OverridePrice { reason: String::new(), ..other_price(&cart, 1, price) };
    assert_eq!(code(counter.pos.override_price(&counter.manager, wordless).await), "ORD-011");
    let below = Some(UnitPrice::new(-1, Currency::EUR));
    assert_eq!(code(counter.pos.override_price(&counter.manager, other_price(&cart, 1, below)).await), "ORD-014");
    let back = counter.pos.override_price(&counter.manager, other_price(&cart, 1, None)).await?;
    assert_eq!(back.total, eur(1_290));
    Ok(())
}

#[tokio::test]
async fn two_for_five_is_a_line_total_above_price_times_quantity_and_no_negative_discount() -> Result<()> {
    let counter = shop().await?;
    counter.product("CABLE", "2900000020061", 249).await?;
    let cart = counter.cart(&["2900000020061", "2900000020061"]).await?;
    let five = counter.pos.override_line_total(&counter.manager, other_total(&cart, 1, eur(500))).await?;
    assert_eq!((five.lines[0].line_total, five.discount, five.total), (eur(500), eur(0), eur(500)));
    let free = counter.pos.override_line_total(&counter.manager, other_total(&cart, 1, eur(-1))).await;
    assert_eq!(code(free), "ORD-014");
    assert_eq!(paid(counter.pay_cash(&five, None).await?)?.total, eur(500));
    assert_clean(&counter.pos).await
}
