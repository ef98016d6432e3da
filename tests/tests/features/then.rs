//! What must be true afterwards.

use crate::{Came, Shop, euros};
use anyhow::{Context, Result, bail, ensure};
use cucumber::{given, then};
use kernel::Quantity;
use pos::api::words::SaleView;
use staff::OverrideUsed;
use tests::ledger::{assert_clean, facts};

fn sale(shop: &Shop) -> Result<&SaleView> {
    match &shop.came {
        Some(Came::Sold(sale)) => Ok(sale),
        other => bail!("nothing was sold, but {other:?}"),
    }
}

#[then(regex = r"^the receipt is (\S+) over (\S+)$")]
async fn receipt(shop: &mut Shop, number: String, total: String) -> Result<()> {
    let sale = sale(shop)?;
    ensure!((&sale.number, sale.total) == (&number, euros(&total)?), "{sale:?}");
    assert_clean(&shop.counter()?.pos).await
}

#[then(regex = r"^the change is (\S+)$")]
fn change_given(shop: &mut Shop, change: String) -> Result<()> {
    let sale = sale(shop)?;
    ensure!(sale.change == euros(&change)?, "{sale:?}");
    Ok(())
}

#[then(regex = r"^the drawer should hold (\S+)$")]
async fn drawer(shop: &mut Shop, amount: String) -> Result<()> {
    let expected = shop.counter()?.expected_cash().await?;
    ensure!(expected == euros(&amount)?, "it should hold {expected}");
    assert_clean(&shop.counter()?.pos).await
}

#[then(regex = r#"^(-?\d+) "([^"]+)" are on the shelf$"#)]
async fn on_the_shelf(shop: &mut Shop, pieces: i64, name: String) -> Result<()> {
    let (on_hand, _) = shop.counter()?.pieces(shop.product(&name)?.id).await?;
    ensure!(on_hand == pieces, "{on_hand} {name} are there");
    Ok(())
}

#[then(regex = r#"^(\d+) "([^"]+)" and (\d+) "([^"]+)" are on the shelf$"#)]
async fn both_on_the_shelf(shop: &mut Shop, pieces: i64, name: String, others: i64, other: String) -> Result<()> {
    on_the_shelf(shop, pieces, name).await?;
    on_the_shelf(shop, others, other).await
}

#[then(regex = r#"^(\d+) "([^"]+)" are promised$"#)]
async fn promised(shop: &mut Shop, pieces: i64, name: String) -> Result<()> {
    let (_, reserved) = shop.counter()?.pieces(shop.product(&name)?.id).await?;
    ensure!(reserved == pieces, "{reserved} {name} are promised");
    Ok(())
}

#[then("nothing is promised to anybody")]
async fn nothing_promised(shop: &mut Shop) -> Result<()> {
    for (name, product) in &shop.products {
        let (_, reserved) = shop.counter()?.pieces(product.id).await?;
        ensure!(reserved == 0, "{reserved} {name} are promised");
    }
    Ok(())
}

#[given("the sale does not happen")]
#[then("the sale does not happen")]
fn short(shop: &mut Shop) -> Result<()> {
    ensure!(matches!(shop.came, Some(Came::Short)), "{:?}", shop.came);
    Ok(())
}

#[then(regex = r#"^only the "([^"]+)" are marked: (\d+) wanted, (\d+) left$"#)]
fn marked(shop: &mut Shop, name: String, wanted: i64, left: i64) -> Result<()> {
    let product = shop.product(&name)?.id;
    let marks: Vec<_> = shop.cart()?.lines.iter().filter_map(|line| line.short.as_ref()).collect();
    let [mark] = marks[..] else { bail!("{} lines are marked", marks.len()) };
    let expected = (product, Quantity::each(wanted), Quantity::each(left));
    ensure!((mark.product, mark.wanted, mark.available) == expected, "{mark:?}");
    Ok(())
}

#[then(regex = r"^(\d+) orders are parked$")]
async fn parked(shop: &mut Shop, orders: usize) -> Result<()> {
    let parked = shop.counter()?.pos.list_parked().await?;
    ensure!(parked.len() == orders, "{parked:?}");
    Ok(())
}

#[then(regex = r"^it is refused with (\S+)$")]
fn refused(shop: &mut Shop, code: String) -> Result<()> {
    match &shop.came {
        Some(Came::Refused(refusal)) if refusal.code == code => Ok(()),
        other => bail!("{other:?}"),
    }
}

#[then("nobody can approve it")]
fn not_approvable(shop: &mut Shop) -> Result<()> {
    ensure!(shop.fingerprint.is_none(), "there is something to approve");
    Ok(())
}

#[then(regex = r"^the cart comes to (\S+)$")]
async fn comes_to(shop: &mut Shop, total: String) -> Result<()> {
    let cart = shop.counter()?.pos.cart(shop.cart()?.order).await?;
    ensure!(cart.total == euros(&total)?, "it comes to {}", cart.total);
    Ok(())
}

#[then("the journal names the cashier and the manager")]
async fn both_named(shop: &mut Shop) -> Result<()> {
    let counter = shop.counter()?;
    let used = facts::<OverrideUsed>(&counter.pos).await?.pop().context("an approval was used")?;
    ensure!((used.asked_by, used.approver) == (counter.cashier.operator, counter.manager.operator), "{used:?}");
    Ok(())
}

#[then(regex = r"^the mirror document is (\S+) and (\S+) go back in cash$")]
fn mirror(shop: &mut Shop, number: String, cash: String) -> Result<()> {
    let Some(Came::Undone(undone)) = &shop.came else { bail!("nothing was undone, but {:?}", shop.came) };
    ensure!((&undone.number, undone.cash_back) == (&number, euros(&cash)?), "{undone:?}");
    Ok(())
}

#[then(regex = r"^(\S+) were expected and the drawer is (?:(\S+) (short|over)|(exact))$")]
async fn counted(shop: &mut Shop, expected: String, by: String, way: String, exact: String) -> Result<()> {
    let Some(Came::Counted(closed)) = &shop.came else { bail!("nothing was counted, but {:?}", shop.came) };
    let difference = match way.as_str() {
        "short" => euros(&by)?.negated(),
        "over" => euros(&by)?,
        _ => {
            ensure!(exact == "exact", "the step says neither short, nor over, nor exact");
            euros("0.00")?
        }
    };
    ensure!((closed.expected, closed.over_short) == (euros(&expected)?, difference), "{closed:?}");
    assert_clean(&shop.counter()?.pos).await
}
