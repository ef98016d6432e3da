use super::{details, with_barcodes};
use crate::{MAX_POPULARITY, ProductDetails, Rejection};
use contracts::ProductKind;
use kernel::Unit;

fn refused(details: ProductDetails) -> Rejection {
    details.cleaned().expect_err("it is refused")
}

fn text(field: &'static str, most: usize) -> Rejection {
    Rejection::TextInvalid { field, most }
}

#[test]
fn a_name_is_one_line_of_at_most_200_characters() {
    for name in ["", " ", "two\nlines", &"ω".repeat(201)] {
        assert_eq!(refused(details("A1", name)), text("name", 200));
    }
    assert!(details("A1", &"ω".repeat(200)).cleaned().is_ok());
}

#[test]
fn a_sku_has_at_most_64_characters() {
    assert_eq!(refused(details("", "Θήκη")), text("sku", 64));
    assert_eq!(refused(details(&"x".repeat(65), "Θήκη")), text("sku", 64));
}

#[test]
fn a_barcode_is_any_code_that_can_be_printed() {
    let good = with_barcodes(details("A1", "Θήκη"), &[" 5901234123457 ", "SHELF-7", "4006381333930"]);
    assert_eq!(good.cleaned().expect("fine").barcodes, ["5901234123457", "SHELF-7", "4006381333930"]);
    for code in ["", "a\u{1d}b", &"1".repeat(65)] {
        assert_eq!(refused(with_barcodes(details("A1", "Θήκη"), &[code])), text("barcode", 64));
    }
}

#[test]
fn a_upc_a_and_its_ean_13_are_one_barcode() {
    let both = with_barcodes(details("A1", "Θήκη"), &["036000291452", "0036000291452"]);
    assert_eq!(both.cleaned().expect("fine").barcodes, ["0036000291452"]);
}

#[test]
fn a_product_has_at_most_32_barcodes() {
    let codes: Vec<String> = (0..33).map(|n| format!("CODE-{n}")).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    assert_eq!(refused(with_barcodes(details("A1", "Θήκη"), &codes)), Rejection::TooManyBarcodes { most: 32 });
}

#[test]
fn only_goods_in_pieces_have_serial_numbers() {
    let repair = ProductDetails { kind: ProductKind::Service, serialised: true, ..details("R1", "Επισκευή") };
    assert_eq!(refused(repair), Rejection::SerialisedNotGoods);
    let cable = ProductDetails { unit: Unit::Metre, serialised: true, ..details("C1", "Καλώδιο") };
    assert_eq!(refused(cable), Rejection::SerialisedNotGoods);
}

#[test]
fn a_tax_group_is_a_code() {
    let percent = ProductDetails { tax_group: "24 %".into(), ..details("A1", "Θήκη") };
    assert_eq!(refused(percent), text("tax_group", 32));
}

#[test]
fn notes_have_an_end() {
    let brand = ProductDetails { brand: Some("x".repeat(201)), ..details("A1", "Θήκη") };
    assert_eq!(refused(brand), text("brand", 200));
    let image = ProductDetails { image: Some("x".repeat(501)), ..details("A1", "Θήκη") };
    assert_eq!(refused(image), text("image", 500));
}

#[test]
fn popularity_stays_within_its_range() {
    let hated = ProductDetails { popularity: -5, ..details("A1", "Θήκη") };
    assert_eq!(hated.cleaned().expect("fine").popularity, 0);
    let loved = ProductDetails { popularity: i64::MAX, ..details("A1", "Θήκη") };
    assert_eq!(loved.cleaned().expect("fine").popularity, MAX_POPULARITY);
}
