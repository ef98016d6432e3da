use super::{enrolled, opened, register};
use crate::Rejection;
use crate::shop::{EnrolRegister, Shop, ShopCommand};
use eventing::testing::given;

fn enrol(device: u32, number: u32) -> ShopCommand {
    ShopCommand::EnrolRegister(EnrolRegister {
        register: register(device), number, name: format!("Ταμείο {device}")
    })
}

#[test]
fn a_register_gets_its_number() {
    given::<Shop>([opened()]).when(enrol(1, 1)).then([enrolled(1).into()]);
}

#[test]
fn enrolling_the_same_register_again_records_nothing() {
    given::<Shop>([opened(), enrolled(1).into()]).when(enrol(1, 1)).then_nothing();
}

#[test]
fn two_registers_never_share_a_number() {
    given::<Shop>([opened(), enrolled(1).into()])
        .when(enrol(2, 1))
        .then_refused(Rejection::RegisterNumberTaken { number: 1, name: "Ταμείο 1".into() });
}

#[test]
fn a_register_keeps_its_number() {
    given::<Shop>([opened(), enrolled(1).into()])
        .when(enrol(1, 2))
        .then_refused(Rejection::RegisterAlreadyEnrolled { register: register(1), number: 1 });
}

#[test]
fn a_number_has_one_to_three_digits() {
    for number in [0, 1_000] {
        given::<Shop>([opened()])
            .when(enrol(1, number))
            .then_refused(Rejection::RegisterNumberOutOfRange { most: 999 });
    }
}

#[test]
fn a_register_needs_a_name() {
    let nameless = EnrolRegister { register: register(1), number: 1, name: String::new() };
    given::<Shop>([opened()])
        .when(ShopCommand::EnrolRegister(nameless))
        .then_refused(Rejection::TextInvalid { field: "name", most: 200 });
}

#[test]
fn a_shop_that_was_never_opened_has_no_registers() {
    given::<Shop>([]).when(enrol(1, 1)).then_refused(Rejection::NotOpened);
}
