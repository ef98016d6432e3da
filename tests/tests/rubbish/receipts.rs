//! Names that nobody gives their goods, from the catalog to the printer's bytes.

use crate::asking::{CASE, shop};
use crate::check;
use anyhow::{Context, Result, ensure};
use catalog::ProductDetails;
use devices::decode::{self, Item};
use devices::escpos::{Shape, Table, Width, encode};
use kernel::DocumentId;
use pos::Pos;
use proptest::prelude::*;
use tests::counter::{Counter, details, import};
use tests::gestures::code;

/// The code of the product with the strange name.
const STRANGE: &str = "2900000099998";

/// Dots from the top of one line of letters to the top of the next, at the usual spacing of a sixth of an inch.
const LINE_DOTS: usize = 34;

/// A metre, at eight dots a millimetre.
const METRE_DOTS: usize = 8_000;

const SHAPES: [(Width, Table); 4] = [
    (Width::Mm58, Table::Wpc1253),
    (Width::Mm80, Table::Pc858),
    (Width::Mm58, Table::Iso8859_7),
    (Width::Mm80, Table::Picture),
];

fn name() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "\u{1b}p\0\u{19}\u{fa}", "\u{1d}V\u{1}", "\u{10}\u{4}\u{1}", "\u{1c}", "\u{9b}", "\n\n\n", "\r", "\t",
            "\u{202e}", "\u{202d}", "\u{2066}", "\u{2069}", "\u{2028}", "\u{200e}", "\u{200f}", "\u{200b}", "\u{200d}",
            "\u{feff}", "\u{ad}", "\u{e0041}", "\u{fe0f}", "👩‍👩‍👧", "手机", "ﷺ", "غطاء ", "Θήκη ", "TOTAL 0,00 €",
            "Σύνολο 0,00 €", "x", "                    ",
        ]).prop_map(str::to_owned),
        1 => (1_usize..60).prop_map(|marks| format!("e{}", "\u{301}\u{323}\u{489}".repeat(marks))),
        1 => any::<String>(),
        1 => "[ -~α-ω]{0,60}",
        1 => (100_usize..10_000, prop::sample::select(vec!['x', 'ω', 'ب', '手', '\u{301}', ' ']))
            .prop_map(|(length, letter)| std::iter::repeat_n(letter, length).collect()),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

fn named(name: &str) -> ProductDetails {
    ProductDetails { name: name.to_owned(), ..details("STRANGE", STRANGE) }
}

#[test]
fn a_name_is_refused_or_stands_on_its_receipt_and_nowhere_else() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let template = runtime.block_on(async { Counter::open().await }).expect("a shop opens");
    check(40, &name(), async |name| {
        let counter = template.twin().await?;
        let fits = !kernel::is_blank(&name) && kernel::is_line(name.trim(), 200);
        match counter.product_with(named(&name), 1_290).await {
            Err(error) => {
                ensure!(!fits, "{name:?} was refused: {error:#}");
                return Ok(());
            }
            Ok(_) => ensure!(fits, "{name:?} was taken"),
        }
        let cart = counter.cart(&[STRANGE]).await?;
        let cart = counter.note_line(&cart, 1, Some(name.trim())).await?;
        let cart = counter.note_order(&cart, Some(name.trim())).await?;
        let paid = counter.pay_cash(&cart, None).await?;
        let sale = tests::gestures::paid(paid)?;
        prints_whole(&counter.pos, sale.document, "12,90 €").await
    });
}

/// The paper of a document, read back strictly: no command but ours, the total whole, less than a metre.
pub async fn prints_whole(pos: &Pos, document: DocumentId, total: &str) -> Result<()> {
    let paper = pos.receipt_paper(pos.shop()?.as_ref(), document, 0).await?;
    for (width, table) in SHAPES {
        let bytes = encode(&paper, &Shape { width, table, cut: true });
        let items = decode::read(&bytes, width).with_context(|| format!("{width:?}, {table:?}"))?;
        let count = |wanted: &Item| items.iter().filter(|item| *item == wanted).count();
        ensure!((count(&Item::Drawer), count(&Item::Cut)) == (0, 1), "a name commanded the printer");
        let dots: usize = items.iter().map(dots).sum();
        ensure!(dots < METRE_DOTS, "{dots} dots of paper on {width:?}");
        // A table without Greek has no letters for the line of the total: it is drawn.
        let lettered = matches!(table, Table::Wpc1253 | Table::Iso8859_7);
        let whole = decode::text(&items).iter().any(|line| line.trim_end().ends_with(total));
        ensure!(whole || !lettered, "the total {total} is not whole: {:#?}", decode::text(&items));
    }
    Ok(())
}

fn dots(item: &Item) -> usize {
    match item {
        Item::Line(_) => LINE_DOTS,
        Item::Picture(picture) => picture.height,
        Item::Feed(lines) => lines * LINE_DOTS,
        Item::Cut | Item::Drawer => 0,
    }
}

/// What no way in may let through: commands, breaks of a line, and marks that turn what stands beside them.
const NEVER: [&str; 8] =
    ["a\u{1b}@b", "a\u{1d}V\u{1}", "a\u{10}\u{4}", "a\nb", "a\u{85}b", "a\u{2028}b", "a\u{202e}b", "a\u{2066}b"];

#[tokio::test]
async fn no_way_in_takes_a_name_that_commands_or_turns() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    for text in NEVER {
        assert_eq!(
            counter.product_with(named(text), 100).await.map_err(|error| error.to_string()),
            Err("name needs 1 to 200 characters, none of them a control character".to_owned()),
            "{text:?}"
        );
        assert_eq!(code(counter.note_line(&cart, 1, Some(text)).await), "ORD-021", "{text:?}");
        assert_eq!(code(counter.note_order(&cart, Some(text)).await), "ORD-021", "{text:?}");
        assert_eq!(code(counter.park(cart.order, Some(text)).await), "ORD-021", "{text:?}");
        let file = counter.folder().join("names.csv");
        std::fs::write(&file, format!("sku,name,price_minor,tax_rate_bp\nN1,\"{text}\",100,2400\n"))?;
        assert!(import(&counter.pos, &file).await.is_err(), "{text:?} came in by a file");
    }
    Ok(())
}

#[tokio::test]
async fn a_name_that_shows_nothing_is_none() -> Result<()> {
    let counter = Counter::open().await?;
    let file = counter.folder().join("names.csv");
    for name in ["\u{200b}", "\u{feff}\u{200d}", "\u{3164}", "\u{301}\u{323}", "\u{200e}"] {
        assert!(counter.product_with(named(name), 100).await.is_err(), "{name:?}");
        std::fs::write(&file, format!("sku,name,price_minor,tax_rate_bp\nN1,{name},100,2400\n"))?;
        assert!(import(&counter.pos, &file).await.is_err(), "{name:?} came in by a file");
    }
    Ok(())
}
