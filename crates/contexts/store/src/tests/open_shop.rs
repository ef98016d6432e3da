use super::{details, opened, store};
use crate::shop::{OpenShop, Shop, ShopCommand, ShopDetails, ShopOpened};
use crate::{CashLimit, Rejection};
use eventing::testing::given;

fn open(details: ShopDetails) -> ShopCommand {
    ShopCommand::Open(OpenShop { store: store(), details })
}

fn with_tax_id(tax_id: &str) -> ShopDetails {
    ShopDetails { tax_id: Some(tax_id.into()), ..details() }
}

#[test]
fn a_shop_opens_in_a_known_country() {
    given::<Shop>([]).when(open(details())).then([opened()]);
}

#[test]
fn blanks_around_what_was_typed_are_left_out() {
    let typed =
        ShopDetails { name: "  Κινητά Μηνάς ".into(), tax_id: Some(" EL 094259216 ".into()), ..details() };
    given::<Shop>([]).when(open(typed)).then([opened()]);
}

#[test]
fn a_shop_opens_without_a_tax_id() {
    let plain = ShopDetails { tax_id: None, ..details() };
    let empty = ShopDetails { tax_id: Some(" ".into()), ..details() };
    given::<Shop>([]).when(open(empty)).then([ShopOpened { store: store(), details: plain }.into()]);
}

#[test]
fn an_unknown_country_is_refused() {
    let nowhere = ShopDetails { country: "xx".into(), ..details() };
    given::<Shop>([]).when(open(nowhere)).then_refused(Rejection::CountryUnknown { country: "xx".into() });
}

#[test]
fn a_shop_needs_a_name_that_can_be_printed() {
    for name in ["", "  ", "a\u{1b}b", &"x".repeat(201)] {
        let nameless = ShopDetails { name: name.into(), ..details() };
        given::<Shop>([]).when(open(nameless)).then_refused(Rejection::TextInvalid { field: "name", most: 200 });
    }
}

#[test]
fn an_address_fits_the_head_of_a_receipt() {
    let endless = ShopDetails { address: vec!["line".into(); 7], ..details() };
    given::<Shop>([]).when(open(endless)).then_refused(Rejection::TextInvalid { field: "address", most: 600 });
}

#[test]
fn greek_tax_ids_with_a_right_check_digit_are_taken() {
    for tax_id in ["094259216", "023456780", "123456783", "090000045"] {
        let expected = ShopOpened { store: store(), details: with_tax_id(tax_id) };
        given::<Shop>([]).when(open(with_tax_id(tax_id))).then([expected.into()]);
    }
}

#[test]
fn greek_tax_ids_with_a_wrong_check_digit_are_refused() {
    for tax_id in ["000000000", "999999999", "094259217", "12345678", "1234567830", "09425921x"] {
        let refused = Rejection::TaxIdInvalid { tax_id: tax_id.into() };
        given::<Shop>([]).when(open(with_tax_id(tax_id))).then_refused(refused);
    }
}

#[test]
fn a_country_without_a_rule_takes_the_tax_id_as_it_is_written() {
    let ontario = ShopDetails { country: "ca-on".into(), tax_id: Some("123456789 RT0001".into()), ..details() };
    let expected = ShopOpened { store: store(), details: ontario.clone() };
    given::<Shop>([]).when(open(ontario)).then([expected.into()]);
}

#[test]
fn a_shop_opens_once() {
    given::<Shop>([opened()]).when(open(details())).then_refused(Rejection::AlreadyOpened);
}

#[test]
fn a_shop_may_leave_the_cap_on_cash_aside() {
    let free = ShopDetails { cash_limit: CashLimit::None, ..details() };
    let expected = ShopOpened { store: store(), details: free.clone() };
    given::<Shop>([]).when(open(free)).then([expected.into()]);
}
