use super::*;
use crate::shift::{CloseShift, Command, MAX_DRAWER_MINOR, Shift};
use crate::{Rejection, require_open_shift};
use contracts::Pieces;
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

fn close_with(counted: i64, pieces: &[(i64, u32)]) -> Command {
    let pieces = pieces.iter().map(|(minor, pieces)| Pieces { value: eur(*minor), pieces: *pieces }).collect();
    Command::CloseShift(CloseShift { shift: SHIFT, counted: eur(counted), expected: eur(0), pieces })
}

#[test]
fn pieces_are_kept_largest_first_and_each_value_once() {
    let pieces = [(1_000, 2), (5_000, 1)].map(|(minor, pieces)| Pieces { value: eur(minor), pieces });
    let [tens, fifty] = pieces;
    let fact = ShiftClosed { pieces: vec![fifty, tens], ..closed(7_000, 0) };
    given::<Shift>([opened(0).into()])
        .when(close_with(7_000, &[(1_000, 1), (5_000, 1), (1_000, 1), (1, 0)]))
        .then([fact.into()]);
}

#[test]
fn pieces_add_up_to_what_was_counted() {
    let refusal = Rejection::PiecesDoNotAddUp { counted: eur(7_000), sum: eur(6_000) };
    assert_eq!(refusal.code().0, "TIL-008");
    given::<Shift>([opened(0).into()]).when(close_with(7_000, &[(1_000, 6)])).then_refused(refusal);
}

#[test]
fn absurd_pieces_are_refused_and_not_added_wrong() {
    let refusal = Rejection::PiecesDoNotAddUp { counted: eur(0), sum: eur(MAX_DRAWER_MINOR) };
    let absurd = [(kernel::MAX_MINOR, u32::MAX), (50_000, u32::MAX)];
    given::<Shift>([opened(0).into()]).when(close_with(0, &absurd)).then_refused(refusal);
}

#[test]
fn a_piece_is_worth_something() {
    for minor in [0, -100] {
        let refusal = Rejection::CountNegative { counted: eur(minor) };
        given::<Shift>([opened(0).into()]).when(close_with(0, &[(minor, 1)])).then_refused(refusal);
    }
}

#[test]
fn pieces_are_of_the_drawers_currency() {
    let pieces = vec![Pieces { value: Money::new(500, Currency::CAD), pieces: 1 }];
    let refusal = Rejection::CurrencyMismatch { expected: Currency::EUR, given: Currency::CAD };
    given::<Shift>([opened(0).into()])
        .when(Command::CloseShift(CloseShift { shift: SHIFT, counted: eur(500), expected: eur(0), pieces }))
        .then_refused(refusal);
}
