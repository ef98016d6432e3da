use super::*;
use crate::shift::{CloseShift, Command, MAX_DRAWER_MINOR, Shift};
use crate::{Rejection, require_open_shift};
use eventing::testing::given;
use kernel::Coded;

fn close(counted: i64, expected: i64) -> Command {
    Command::CloseShift(CloseShift { shift: SHIFT, counted: eur(counted), expected: eur(expected), pieces: Vec::new() })
}

#[test]
fn over_and_short_are_one_signed_number() {
    given::<Shift>([opened(15_000).into()]).when(close(20_000, 20_000)).then([closed(20_000, 20_000).into()]);
    given::<Shift>([opened(15_000).into()]).when(close(19_500, 20_000)).then([closed(19_500, 20_000).into()]);
    assert_eq!(closed(19_500, 20_000).over_short, eur(-500));
}

#[test]
fn a_shift_whose_drawer_should_be_empty_can_be_closed() {
    given::<Shift>([opened(0).into()]).when(close(0, -500)).then([closed(0, -500).into()]);
}

#[test]
fn a_shift_closes_once() {
    given::<Shift>([opened(0).into(), closed(0, 0).into()]).when(close(0, 0)).then_refused(Rejection::ShiftIsClosed);
}

#[test]
fn a_shift_that_never_opened_cannot_close() {
    assert_eq!(Rejection::NoOpenShift.code().0, "TIL-002");
    given::<Shift>([]).when(close(0, 0)).then_refused(Rejection::NoOpenShift);
    assert_eq!(require_open_shift(None), Err(Rejection::NoOpenShift));
}

#[test]
fn a_count_is_never_negative() {
    let refusal = Rejection::CountNegative { counted: eur(-1) };
    assert_eq!(refusal.code().0, "TIL-005");
    given::<Shift>([opened(0).into()]).when(close(-1, 0)).then_refused(refusal);
}

#[test]
fn a_barcode_is_no_count() {
    given::<Shift>([opened(0).into()])
        .when(close(5_201_234_567_890, 0))
        .then_refused(Rejection::AmountTooLarge { most: eur(MAX_DRAWER_MINOR) });
}

#[test]
fn a_drawer_is_counted_in_the_currency_of_its_float() {
    let refusal = Rejection::CurrencyMismatch { expected: Currency::EUR, given: Currency::CAD };
    assert_eq!(refusal.code().0, "TIL-007");
    let (counted, expected) = (Money::new(0, Currency::CAD), eur(0));
    given::<Shift>([opened(0).into()])
        .when(Command::CloseShift(CloseShift { shift: SHIFT, counted, expected, pieces: Vec::new() }))
        .then_refused(refusal);
}
