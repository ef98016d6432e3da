//! Cards, several tenders, and sales that are taken back.

use crate::support::{CASHIER, Demo, MANAGER, by, confirmed, look, scan};
use anyhow::Result;

#[tokio::test]
async fn a_card_needs_one_tap_and_a_confirmation() -> Result<()> {
    let demo = Demo::new().await?;
    let window = demo.selling().await?;
    scan(&window, &demo, 0).await?;
    window.click(&by("pay-card")).await?;
    window.see(&by("card-dialog")).await?;
    look(&window, "card").await?;
    // A scan in front of the question sells nothing.
    window.scan(demo.code(1)).await?;
    assert_eq!(window.count(&by("done")).await?, 0);
    window.click(&by("card-approved")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    assert_eq!(demo.orders_after(window).await?, confirmed(1));
    Ok(())
}

#[tokio::test]
async fn a_sale_is_paid_in_parts() -> Result<()> {
    let demo = Demo::new().await?;
    let window = demo.selling().await?;
    scan(&window, &demo, 0).await?;
    window.click(&by("pay-split")).await?;
    window.click(&by("split-amount-5")).await?;
    window.click(&by("split-cash")).await?;
    window.text_with(&by("held-tenders"), "5").await?;
    look(&window, "split").await?;
    window.click(&by("split-card")).await?;
    window.see(&by("card-dialog")).await?;
    look(&window, "split-card").await?;
    window.click(&by("card-approved")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    assert_eq!(demo.orders_after(window).await?, confirmed(1));
    Ok(())
}

#[tokio::test]
async fn a_manager_approves_in_place_and_the_cashier_stays() -> Result<()> {
    let demo = Demo::new().await?;
    let window = demo.selling().await?;
    scan(&window, &demo, 0).await?;
    window.click(&by("order-discount")).await?;
    window.click(&by("percent-50")).await?;
    let act = window.text_with(&by("approval-act"), CASHIER.0).await?;
    assert!(act.contains("50"), "{act}");
    look(&window, "approval").await?;
    window.click(&by("approver")).await?;
    for digit in MANAGER.1.chars() {
        window.click(&by(&format!("approve-{digit}"))).await?;
    }
    window.click(&by("approve-enter")).await?;
    window.see_gone(&by("approval")).await?;
    window.click(&by("discount-done")).await?;
    window.see(&by("discount")).await?;
    window.text_with(&by("operator"), CASHIER.0).await?;
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    assert_eq!(demo.orders_after(window).await?, confirmed(1));
    Ok(())
}

#[tokio::test]
async fn an_order_waits_while_another_is_sold() -> Result<()> {
    let demo = Demo::new().await?;
    let window = demo.selling().await?;
    scan(&window, &demo, 0).await?;
    window.click(&by("park")).await?;
    window.type_into(&by("park-name"), "blue jacket").await?;
    look(&window, "park").await?;
    window.click(&by("park-now")).await?;
    window.see(&by("empty-cart")).await?;
    scan(&window, &demo, 1).await?;
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    window.click(&by("next-sale")).await?;
    window.click(&by("parked")).await?;
    window.text_with(&by("parked-row"), "blue jacket").await?;
    look(&window, "parked").await?;
    window.click(&by("parked-row")).await?;
    window.text_with(&by("cart"), demo.name(0)).await?;
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-2").await?;
    assert_eq!(demo.orders_after(window).await?, confirmed(2));
    Ok(())
}

#[tokio::test]
async fn the_last_sale_is_taken_back() -> Result<()> {
    let demo = Demo::new().await?;
    let window = demo.selling().await?;
    scan(&window, &demo, 0).await?;
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    window.click(&by("reverse")).await?;
    window.see(&by("reverse-back")).await?;
    look(&window, "reverse").await?;
    window.click(&by("reverse-wrong goods")).await?;
    // Whoever may not do it alone has a manager approve.
    window.see(&format!("{}, {}", by("reversed"), by("approver"))).await?;
    if window.count(&by("approver")).await? > 0 {
        window.click(&by("approver")).await?;
        for digit in MANAGER.1.chars() {
            window.click(&by(&format!("approve-{digit}"))).await?;
        }
        window.click(&by("approve-enter")).await?;
    }
    window.see(&by("reversed")).await?;
    look(&window, "reversed").await?;
    assert_eq!(demo.orders_after(window).await?, [("reversed".to_owned(), 1)]);
    Ok(())
}
