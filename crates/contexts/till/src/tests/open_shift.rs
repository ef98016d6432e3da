use super::*;
use crate::shift::{Command, MAX_DRAWER_MINOR, OpenShift, Shift};
use crate::{Rejection, refuse_second_shift};
use eventing::testing::given;
use kernel::Coded;

fn open(float: i64) -> Command {
    Command::OpenShift(OpenShift { shift: SHIFT, register: REGISTER, number: 1, float: eur(float) })
}

#[test]
fn a_shift_opens_with_its_float() {
    given::<Shift>([]).when(open(15_000)).then([opened(15_000).into()]);
}

#[test]
fn an_empty_drawer_is_a_float_too() {
    given::<Shift>([]).when(open(0)).then([opened(0).into()]);
}

#[test]
fn an_open_shift_is_not_opened_again() {
    let refusal = Rejection::ShiftAlreadyOpen { number: 1 };
    assert_eq!(refusal.code().0, "TIL-001");
    given::<Shift>([opened(0).into()]).when(open(0)).then_refused(refusal);
}

#[test]
fn a_closed_shift_is_not_opened_again() {
    assert_eq!(Rejection::ShiftIsClosed.code().0, "TIL-003");
    given::<Shift>([opened(0).into(), closed(0, 0).into()]).when(open(0)).then_refused(Rejection::ShiftIsClosed);
}

#[test]
fn a_drawer_never_holds_less_than_nothing() {
    let refusal = Rejection::FloatNegative { float: eur(-1) };
    assert_eq!(refusal.code().0, "TIL-004");
    given::<Shift>([]).when(open(-1)).then_refused(refusal);
}

#[test]
fn a_barcode_is_no_float() {
    let refusal = Rejection::AmountTooLarge { most: eur(MAX_DRAWER_MINOR) };
    assert_eq!(refusal.code().0, "TIL-006");
    given::<Shift>([]).when(open(5_201_234_567_890)).then_refused(refusal);
}

#[test]
fn a_register_without_an_open_shift_may_open_one() {
    assert_eq!(refuse_second_shift(None), Ok(()));
}
