//! Selling: scans, search, money.

use crate::support::{Demo, by, confirmed, look, scan};
use anyhow::Result;
use tests::window::{ESCAPE, F2, F9};

const CATALOG_HEAD: &str = "sku,barcode,plu,name,category_path,brand,manufacturer_id,package_size,sold_by,uom,\
    price_minor,price_source,n_lines,tax_class,tax_rate_bp,listed";

#[tokio::test]
async fn a_stranger_sells_for_cash() -> Result<()> {
    let demo = Demo::new().await?;
    let window = demo.selling().await?;
    look(&window, "sell-empty").await?;
    scan(&window, &demo, 0).await?;
    window.scan(demo.code(0)).await?;
    window.text_with(&by("line-quantity"), "2").await?;
    window.scan("5000000000000").await?;
    window.text_with(&by("unknown-line"), "5000000000000").await?;
    look(&window, "sell-cart").await?;
    if tests::updates() {
        window.picture(&tests::project().join("docs/screens/sell.png")).await?;
    }
    window.click(&by("unknown-ignore")).await?;
    window.see_gone(&by("unknown-line")).await?;
    window.click(&by("pay-note")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    look(&window, "done").await?;

    // The next scan starts the next sale; exact cash is one key, and a double press pays once.
    scan(&window, &demo, 0).await?;
    window.keys(&format!("{F9}{F9}")).await?;
    window.text_with(&by("receipt-number"), "A-2").await?;
    assert_eq!(demo.orders_after(window).await?, confirmed(2), "two sales, and nothing else");
    Ok(())
}

#[tokio::test]
async fn a_scan_with_the_focus_on_exact_adds_a_line_and_sells_nothing() -> Result<()> {
    let demo = Demo::new().await?;
    let window = demo.selling().await?;
    scan(&window, &demo, 0).await?;
    window.focus(&by("pay-exact")).await?;
    scan(&window, &demo, 1).await?;
    assert_eq!(window.count(&by("cart-line")).await?, 2);
    assert_eq!(window.count(&by("done")).await?, 0);

    window.double_tap(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    assert_eq!(demo.orders_after(window).await?, confirmed(1), "a double tap pays once");
    Ok(())
}

#[tokio::test]
async fn a_search_finds_what_was_meant() -> Result<()> {
    let demo = Demo::with(async |pos, folder| {
        let file = folder.join("more.csv");
        std::fs::write(
            &file,
            format!("{CATALOG_HEAD}\nG1,,,Θήκη σιλικόνης,Θήκες,,,1,each,ea,1490,made,1,GENERAL,2400,1\n"),
        )?;
        tests::counter::import(pos, &file).await.map(drop)
    })
    .await?;
    let window = demo.selling().await?;
    // Without accents, in Latin letters, and with the other keyboard layout.
    for (typed, found) in [("θηκη", "Θήκη"), ("thiki", "Θήκη"), ("ιπηονε", "iPhone")] {
        window.keys(&F2.to_string()).await?;
        window.type_into(&by("search"), typed).await?;
        window.text_with(&by("result"), found).await?;
        look(&window, &format!("search-{typed}")).await?;
        window.keys(&format!("{ESCAPE}{ESCAPE}")).await?;
        window.see_gone(&by("result")).await?;
    }
    window.close().await
}
