//! Names that nobody gives their goods: the total, the paying keys and the prices stay where they are.

use crate::support::{CASHIER, Demo, by, look, open_shift, sign_on};
use anyhow::{Context, Result};
use kernel::{Currency, Unit, UnitPrice};
use pos::Pos;
use pos::api::requests as ask;
use serde_json::json;
use tests::counter::{command, details};
use tests::display::Size;
use tests::taps::MANAGER;
use tests::window::Window;

/// Each as long as a name may be, or as strange.
fn names() -> Vec<String> {
    vec![
        "x".repeat(200),
        "Galaxy A55 ".repeat(18),
        format!("e{}", "\u{301}\u{323}\u{489}".repeat(60)),
        "غطاء شفاف 128GB (أسود) - 2 قطع 100".to_owned(),
        "手机壳".repeat(60),
        "👩‍👩‍👧".repeat(30),
        "\u{200f}10,00 €\u{200f}".to_owned(),
        "<img src=x onerror=\"document.title='evil'\"><b>bold</b>".to_owned(),
    ]
}

fn barcode(at: usize) -> String {
    format!("990000000{at:03}")
}

async fn sell_strange_things(pos: &Pos) -> Result<()> {
    let operators = pos.operators().await?;
    let found = operators.iter().find(|view| view.name == MANAGER.0).context("the demo has a manager")?;
    let who = pos.sign_on(ask::SignOn { operator: found.operator, pin: MANAGER.1.to_owned() }).await?;
    for (at, name) in names().into_iter().enumerate() {
        let (sku, unit) = (format!("STRANGE-{at}"), Unit::Each);
        let details = catalog::ProductDetails { name, unit, ..details(&sku, &barcode(at)) };
        let price = Some(UnitPrice::from_minor(1_234, Currency::EUR));
        pos.create_product(&who, ask::CreateProduct { command: command(), details, price }).await?;
    }
    Ok(())
}

/// What a name did to the screen: an empty list if nothing. The first line is renamed to a text that a file of another
/// program may once have brought, an override without end, so that every kind of name is seen.
const FAULTS: &str = "\
const done = arguments[0];
const faults = [];
const all = (id) => [...document.querySelectorAll(`[data-testid='${id}']`)];
const first = all('cart-line')[0].querySelector('[dir=auto]');
first.textContent = '\\u202e00,1 € '.repeat(1000);
if (document.documentElement.scrollWidth > innerWidth) faults.push('wider than the window');
if (document.documentElement.scrollHeight > innerHeight) faults.push('higher than the window');
for (const id of ['total', 'pay-exact', 'pay-card', 'pay-split', 'park'])
  for (const key of all(id)) {
    const box = key.getBoundingClientRect();
    if (!(box.width > 0 && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight))
      faults.push(`${id} is at ${JSON.stringify(box)}`);
  }
if (all('total').length !== 1 || all('pay-exact').length !== 1) faults.push('no total, or no key to pay with');
for (const line of all('cart-line')) {
  const { height, left, right } = line.getBoundingClientRect();
  if (height > 200 || left < 0 || right > innerWidth) faults.push(`a line is ${height} high, from ${left} to ${right}`);
  const price = line.querySelector('[data-testid=line-total]');
  const text = price.firstChild;
  const lefts = [...text.data].map((character, at) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return /[0-9]/.test(character) ? range.getBoundingClientRect().left : null;
  }).filter((at) => at !== null);
  if (lefts.some((at, index) => index > 0 && at <= lefts[index - 1])) faults.push(`reordered: ${text.data} at ${lefts}`);
  const name = line.querySelector('[dir=auto]').getBoundingClientRect();
  if (name.right > price.getBoundingClientRect().left + 1) faults.push(`${text.data} is covered by its name`);
}
if (document.title.includes('evil') || document.querySelector('[data-testid=cart] b, [data-testid=cart] img'))
  faults.push('a name became a part of the page');
done(faults);";

#[tokio::test]
async fn no_name_moves_a_price_or_a_key() -> Result<()> {
    let demo = Demo::with(async |pos, _| sell_strange_things(pos).await).await?;
    let window = Window::open(demo.folder()).await?;
    sign_on(&window, CASHIER).await?;
    open_shift(&window).await?;
    for at in 0..names().len() {
        window.scan(&barcode(at)).await?;
        window.see(&format!("[data-line='{}']", at + 1)).await?;
    }
    for (size, name) in [(Size::COUNTER, "hostile-names-1366"), (Size::SMALL, "hostile-names-1024")] {
        window.resize(size).await?;
        look(&window, name).await?;
        assert_eq!(window.run(FAULTS, &[]).await?, json!([]), "{name}");
    }
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), "A-1").await?;
    window.close().await
}
