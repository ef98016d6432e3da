//! Barcodes and QR codes on the finished paper are read back by rxing, which had no part in drawing them.

mod support;

use devices::decode::{self, Item};
use devices::escpos::{Shape, Table, Width, encode};
use devices::paper::{Bitmap, Block, Direction, Paper};
use rxing::BarcodeFormat;

fn printed(block: Block, width: Width) -> Vec<Item> {
    let mut paper = Paper::new(Direction::LeftToRight);
    paper.block(block);
    decode::read(&encode(&paper, &Shape { width, table: Table::Wpc1253, cut: true }), width).expect("strictly read")
}

fn picture(items: &[Item]) -> Option<&Bitmap> {
    items.iter().find_map(|item| if let Item::Picture(picture) = item { Some(picture) } else { None })
}

fn scanned(items: &[Item], format: BarcodeFormat) -> String {
    let (grey, width, height) = support::grey(picture(items).expect("a picture"));
    let (width, height) = (u32::try_from(width).expect("strictly read"), u32::try_from(height).expect("small"));
    rxing::helpers::detect_in_luma(grey, width, height, Some(format)).expect("a readable code").getText().to_owned()
}

#[test]
fn a_qr_code_is_read_back_on_both_rolls() {
    let long = format!("https://example.test/r/{}", "0123456789".repeat(20));
    for text in ["https://example.test/r/1?u=ab", "ΤΙΜΟΛΟΓΙΟ 24% €12,30", "إيصال ١٢٣", &long] {
        for width in [Width::Mm58, Width::Mm80] {
            assert_eq!(scanned(&printed(Block::Qr(text.into()), width), BarcodeFormat::QR_CODE), text, "{width:?}");
        }
    }
}

#[test]
fn code_128_is_read_back_with_its_text_beneath() {
    for text in ["POS-2026-000123", "A-000123", "5901234123457", "12345678", "a b~!", "7"] {
        let items = printed(Block::Barcode(text.into()), Width::Mm80);
        assert_eq!(scanned(&items, BarcodeFormat::CODE_128), text);
        assert_eq!(decode::text(&items), ["[picture]", text]);
    }
    assert_eq!(scanned(&printed(Block::Barcode("A-000123".into()), Width::Mm58), BarcodeFormat::CODE_128), "A-000123");
}

#[test]
fn bars_keep_their_quiet_zone_and_are_whole_dots_wide() {
    let items = printed(Block::Barcode("12345678".into()), Width::Mm80);
    let drawn = picture(&items).unwrap();
    let row: Vec<_> = (0..drawn.width).map(|x| drawn.is_black(x, 40)).collect();
    let runs: Vec<_> = row.chunk_by(|a, b| a == b).map(<[bool]>::len).collect();
    let [before, bars @ .., after] = runs.as_slice() else { panic!("no bars") };
    assert!(bars.iter().all(|bar| bar % 3 == 0 && *bar <= 12), "{bars:?}");
    assert!(*before >= 30 && *after >= 30, "ten modules of three dots on either side");
}

#[test]
fn a_code_that_fits_no_paper_stands_as_text() {
    let long = "X".repeat(60);
    assert_eq!(decode::text(&printed(Block::Barcode(long.clone()), Width::Mm80)), ["X".repeat(48), "X".repeat(12)]);
    assert_eq!(decode::text(&printed(Block::Barcode("ΑΒΓ".into()), Width::Mm80)), ["ΑΒΓ"]);
    assert!(decode::text(&printed(Block::Barcode(String::new()), Width::Mm80)).is_empty());
    let endless = "x".repeat(3_000);
    assert_eq!(decode::text(&printed(Block::Qr(endless), Width::Mm80))[0], "x".repeat(48));
}
