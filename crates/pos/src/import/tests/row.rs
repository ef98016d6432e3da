use super::{file, fixture, rows, rows_of};
use crate::import::row::{CatalogRow, Seen};
use contracts::ProductKind;
use kernel::{Quantity, Rate, Unit};

/// One row under a header with one more column.
fn with(column: &str, value: &str) -> Result<CatalogRow, (String, String)> {
    let (_folder, path) =
        file(format!("sku,name,price_minor,tax_rate_bp,{column}\n1,One,100,2400,{value}\n").as_bytes());
    rows(&path).unwrap().remove(0).map_err(|error| (error.column, error.code))
}

fn refused(line: &str) -> (String, String) {
    let error = rows_of(line).remove(0).unwrap_err();
    (error.column, error.code)
}

fn at(column: &str, code: &str) -> (String, String) {
    (column.to_owned(), code.to_owned())
}

#[test]
fn the_fixture_reads_without_an_error() {
    let rows = rows(&fixture("catalog.csv")).unwrap();
    assert_eq!(rows.len(), 40);
    assert_eq!(rows.iter().filter(|row| row.is_err()).count(), 0);
}

#[test]
fn a_row_states_a_product() {
    let rows = rows(&fixture("catalog.csv")).unwrap();
    let speaking = |sku: &str| rows.iter().flatten().find(|row| row.sku == sku).unwrap();

    let phone = speaking("1001");
    assert_eq!(phone.name, "Aster A5 128 GB μαύρο");
    assert_eq!(phone.category, ["Τηλέφωνα", "Κινητά", "Aster"]);
    assert_eq!((phone.price.milli_minor, phone.tax_rate), (24_900_000, Rate::percent(24)));
    assert!(phone.serialised && phone.listed && phone.discountable);
    assert_eq!((phone.kind, phone.unit, phone.popularity, phone.stock), (ProductKind::Goods, Unit::Each, 40, None));

    let tomatoes = speaking("4007");
    assert_eq!(tomatoes.stock, Some(Quantity::milli(45_500, Unit::Kilogram)));
    assert_eq!(speaking("3004").kind, ProductKind::Fee);
    assert!(!speaking("7001").listed);
    assert!(speaking("7003").category.is_empty() && speaking("7003").barcodes.is_empty());
}

#[test]
fn a_upc_is_kept_in_the_form_in_which_it_is_looked_up() {
    assert_eq!(with("barcode", "036000291452").unwrap().barcodes, ["0036000291452"]);
}

#[test]
fn several_barcodes_are_divided_by_a_bar() {
    assert_eq!(with("barcode", "2900000010017 | 4711|4711").unwrap().barcodes, ["2900000010017", "4711"]);
}

#[test]
fn what_the_file_does_not_say_has_a_default() {
    let row = rows_of("1,One,0,0\n").remove(0).unwrap();
    assert_eq!((row.unit, row.kind, row.popularity), (Unit::Each, ProductKind::Goods, 0));
    assert!(row.listed && row.discountable && !row.serialised);
}

#[test]
fn a_needed_value_that_is_missing_is_named() {
    assert_eq!(refused(",One,100,2400\n"), at("sku", "IMP-022"));
    assert_eq!(refused("1,  ,100,2400\n"), at("name", "IMP-022"));
    assert_eq!(refused("1,One,,2400\n"), at("price_minor", "IMP-022"));
    assert_eq!(refused("1,One,100,\n"), at("tax_rate_bp", "IMP-022"));
}

#[test]
fn what_should_be_a_whole_number_is_one() {
    assert_eq!(refused("1,One,1.99,2400\n"), at("price_minor", "IMP-023"));
    assert_eq!(refused("1,One,100,24%\n"), at("tax_rate_bp", "IMP-023"));
    assert_eq!(with("n_lines", "many").unwrap_err(), at("n_lines", "IMP-023"));
    assert_eq!(with("stock", "a lot").unwrap_err(), at("stock", "IMP-023"));
}

#[test]
fn numbers_stay_within_their_range() {
    assert_eq!(refused("1,One,-1,2400\n"), at("price_minor", "IMP-024"));
    assert_eq!(refused("1,One,2900000010017,2400\n"), at("price_minor", "IMP-024"));
    assert_eq!(refused("1,One,100,-1\n"), at("tax_rate_bp", "IMP-024"));
    assert_eq!(refused("1,One,100,100001\n"), at("tax_rate_bp", "IMP-024"));
    assert_eq!(with("n_lines", "-1").unwrap_err(), at("n_lines", "IMP-024"));
    assert_eq!(with("stock", "-1").unwrap_err(), at("stock", "IMP-024"));
    assert_eq!(with("stock", "1.5").unwrap_err(), at("stock", "IMP-024"));
    assert_eq!(with("category_path", "1>2>3>4>5>6>7>8>9").unwrap_err(), at("category_path", "IMP-024"));
}

#[test]
fn unknown_words_are_refused() {
    assert_eq!(with("uom", "stone").unwrap_err(), at("uom", "IMP-025"));
    assert_eq!(with("kind", "toy").unwrap_err(), at("kind", "IMP-025"));
    assert_eq!(with("listed", "yes").unwrap_err(), at("listed", "IMP-025"));
}

#[test]
fn texts_that_no_field_holds_are_refused() {
    assert_eq!(refused("1,\"One\nline more\",100,2400\n"), at("name", "IMP-028"));
    assert_eq!(refused(&format!("{},One,100,2400\n", "9".repeat(65))), at("sku", "IMP-028"));
    assert_eq!(refused(&format!("1,{},100,2400\n", "λ".repeat(201))), at("name", "IMP-028"));
    assert!(rows_of(&format!("1,{},100,2400\n", "λ".repeat(200))).remove(0).is_ok());
}

#[test]
fn the_second_of_two_rows_with_one_code_is_refused_and_names_the_first() {
    let (_folder, path) = file(
        b"sku,name,price_minor,tax_rate_bp,barcode\nA1,One,1,0,036000291452\na1,Two,2,0,\n3,Three,3,0,0036000291452\n",
    );
    let mut seen = Seen::default();
    let taken: Vec<_> = rows(&path).unwrap().into_iter().map(|row| seen.take(&row.unwrap())).collect();
    assert!(taken[0].is_ok());
    let sku = taken[1].as_ref().unwrap_err();
    assert_eq!((sku.line, sku.column.as_str(), sku.code.as_str()), (3, "sku", "IMP-026"));
    assert_eq!(sku.reason, "a1 stands on line 2 already");
    let barcode = taken[2].as_ref().unwrap_err();
    assert_eq!((barcode.line, barcode.column.as_str()), (4, "barcode"));
}

#[test]
fn a_row_keeps_its_fingerprint_until_it_says_something_else() {
    let fingerprint = |text: &str| {
        let (_folder, path) = file(text.as_bytes());
        rows(&path).unwrap().remove(0).unwrap().fingerprint
    };
    let first = fingerprint("sku,name,price_minor,tax_rate_bp\n1,One,100,2400\n");
    assert_eq!(fingerprint("name,note,sku,tax_rate_bp,price_minor,stock\nOne,x, 1 ,2400,100,5\n"), first);
    assert_ne!(fingerprint("sku,name,price_minor,tax_rate_bp\n1,One,101,2400\n"), first);
    assert_ne!(fingerprint("sku,name,price_minor,tax_rate_bp\n1,One1,00,2400\n"), first);
}
