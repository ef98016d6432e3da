use super::*;
use crate::order::events::OrderTakenOver;
use crate::{AddLine, Cancel, ChangeQuantity, Resume, VoidLine};
use eventing::testing::moment;
use kernel::Moment;

fn eleni() -> Moment {
    Moment { actor: ELENI, ..moment() }
}

fn taken_over() -> OrderEvent {
    OrderTakenOver { order: ORDER, from: MARIA, by: ELENI }.into()
}

fn charger() -> AddLine {
    AddLine { order: ORDER, product: CHARGER, quantity: PIECE, scanned: None }
}

#[test]
fn the_first_gesture_of_another_operator_takes_the_cart_over() {
    let state = given(cart()).at(eleni()).asked(charger()).then([taken_over(), added(3, CHARGER, PIECE)]);
    assert_eq!(state.cart().unwrap().operator, Some(ELENI));
}

#[test]
fn a_change_of_hands_is_recorded_once() {
    let history = [cart(), vec![taken_over()]].concat();
    given(history).at(eleni()).asked(charger()).then([added(3, CHARGER, PIECE)]);
}

#[test]
fn the_same_operator_takes_nothing_over() {
    given(cart()).asked(charger()).then([added(3, CHARGER, PIECE)]);
}

#[test]
fn a_gesture_that_changes_nothing_takes_nothing_over() {
    given(cart()).at(eleni()).asked(ChangeQuantity { line: LineNumber(1), quantity: PIECE }).then_nothing();
}

#[test]
fn whoever_resumes_an_order_has_it_in_hand_and_whoever_gives_it_up_has_not() {
    given(parked_order()).at(eleni()).asked(Resume).then([taken_over(), resumed()]);
    let cancel = Cancel { reason: "customer left".to_owned(), holds_money: false };
    given(parked_order()).at(eleni()).asked(cancel).then([cancelled(false)]);
}

#[test]
fn an_order_from_before_belongs_to_nobody() {
    let old = crate::order::events::OrderOpened { order: ORDER, source: None, operator: None }.into();
    let history = [vec![old], cart().split_off(1)].concat();
    let voided = given(history).at(eleni()).asked(VoidLine { line: LineNumber(1) }).state();
    assert_eq!(voided.cart().unwrap().operator, None);
}
