use super::super::baskets::Basket;
use super::super::plan::{APART_REASON, Act, FileKey, Listed, Step, TOTAL_REASON, steps, unknown_skus};
use super::{day, fixture, read_line};
use kernel::{Currency, LineNumber, Money, ProductId, Unit, UnitPrice, Uuid};
use std::collections::HashSet;

/// The prices of the fixture's catalog that its day needs, in minor units.
const PRICES: [(&str, i64); 12] = [
    ("4001", 529),
    ("4002", 50),
    ("4003", 239),
    ("4004", 149),
    ("4005", 99),
    ("4006", 60),
    ("4008", 999),
    ("4011", 499),
    ("2006", 899),
    ("5001", 250),
    ("5002", 1_490),
    ("6001", 2_119),
];

fn listed(sku: &str) -> Option<Listed> {
    let (_, minor) = PRICES.iter().find(|(known, _)| *known == sku)?;
    let unit = match sku {
        "4008" => Unit::Pound,
        "6001" => Unit::Gallon,
        _ => Unit::Each,
    };
    let product = ProductId(Uuid::from_u128(sku.parse().unwrap()));
    Some(Listed { product, unit, price: UnitPrice::from_minor(*minor, Currency::EUR), discountable: sku != "5001" })
}

fn key() -> FileKey {
    FileKey::of(&fixture("day.csv")).unwrap()
}

fn planned(basket: &Basket) -> Vec<Act> {
    steps(key(), basket, listed).unwrap().into_iter().map(|step| step.act).collect()
}

fn line(number: u32) -> LineNumber {
    LineNumber(number)
}

fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

#[test]
fn a_line_at_the_lists_price_is_only_added() {
    let acts = planned(&read_line("b,4005,sale,2,0.99,198,198,0").unwrap().baskets[0]);
    let product = listed("4005").unwrap().product;
    assert_eq!(acts, [Act::Add { product, quantity_milli: 2_000 }, Act::Cash]);
}

#[test]
fn another_price_is_an_override_and_what_is_off_is_a_discount() {
    let acts = planned(&read_line("b,4001,sale,2,4.99,998,900,0").unwrap().baskets[0]);
    let price = UnitPrice::from_minor(499, Currency::EUR);
    assert_eq!(acts[1..3], [Act::Price { line: line(1), price }, Act::Discount { line: line(1), amount: euro(98) }]);
}

#[test]
fn a_line_above_price_times_quantity_gets_its_total() {
    let acts = planned(&read_line("b,4005,sale,2,0.99,200,200,0").unwrap().baskets[0]);
    assert_eq!(acts[1], Act::Total { line: line(1), total: euro(200), reason: TOTAL_REASON });
}

#[test]
fn a_product_that_takes_no_discount_gets_its_total() {
    let acts = planned(&read_line("b,5001,sale,1,2.50,250,200,0").unwrap().baskets[0]);
    assert_eq!(acts[1], Act::Total { line: line(1), total: euro(200), reason: TOTAL_REASON });
}

#[test]
fn a_line_does_not_take_in_a_later_one_of_the_same_product() {
    let acts = planned(&day().baskets[0]);
    let apart = Act::Total { line: line(1), total: euro(99), reason: APART_REASON };
    assert!(acts.contains(&apart), "{acts:?}");
    let last = Act::Total { line: line(5), total: euro(99), reason: APART_REASON };
    assert!(!acts.contains(&last), "nothing follows the last one");
}

#[test]
fn a_coupon_pays_first_and_cash_the_rest() {
    let acts = planned(&day().baskets[2]);
    assert_eq!(acts[acts.len() - 2..], [Act::Coupon { value: euro(200) }, Act::Cash]);
}

#[test]
fn a_coupon_beyond_the_total_leaves_nothing_for_cash() {
    assert_eq!(planned(&day().baskets[3]).last(), Some(&Act::Coupon { value: euro(200) }));
}

#[test]
fn a_total_of_nothing_takes_no_tender() {
    assert_eq!(planned(&day().baskets[4]).last(), Some(&Act::Place));
}

#[test]
fn a_basket_that_sold_nothing_has_no_steps() {
    assert_eq!(planned(&day().baskets[5]), []);
}

#[test]
fn commands_depend_on_file_basket_and_step_alone() {
    let all = |key: FileKey| -> Vec<Step> {
        day().baskets.iter().flat_map(|basket| steps(key, basket, listed).unwrap()).collect()
    };
    let commands: Vec<_> = all(key()).iter().map(|step| step.command).collect();
    assert_eq!(commands, all(key()).iter().map(|step| step.command).collect::<Vec<_>>());
    assert_eq!(commands.iter().collect::<HashSet<_>>().len(), commands.len());
    let other = FileKey::of(&fixture("catalog.csv")).unwrap();
    assert!(all(other).iter().all(|step| !commands.contains(&step.command)));
}

#[test]
fn only_the_last_steps_acknowledge_money() {
    let basket = &day().baskets[2];
    let steps = steps(key(), basket, listed).unwrap();
    let pays: Vec<_> = steps.iter().map(|step| step.act.pays()).collect();
    assert_eq!(pays.iter().filter(|pays| **pays).count(), 2);
    assert_eq!(pays[pays.len() - 2..], [true, true]);
}

#[test]
fn products_that_the_catalog_lacks_are_named_once() {
    let file = day();
    assert!(unknown_skus(&file, listed).is_empty());
    let without_fuel = |sku: &str| listed(sku).filter(|_| sku != "6001");
    assert_eq!(unknown_skus(&file, without_fuel), ["6001"]);
}

#[test]
fn a_part_of_a_piece_cannot_be_sold() {
    let file = read_line("b,4005,sale,1.5,0.99,149,149,0").unwrap();
    let error = super::super::plan::check(&file, listed).unwrap_err();
    assert_eq!((error.line, error.column.as_str(), error.code.as_str()), (2, "qty", "IMP-024"));
}
