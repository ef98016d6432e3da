use super::*;
use crate::{AddLine, NoteLine, Rejection};

fn note(line: u32, note: Option<&str>) -> NoteLine {
    NoteLine { line: LineNumber(line), note: note.map(str::to_owned) }
}

#[test]
fn a_line_says_what_was_written_on_it() {
    let state = given(cart()).asked(note(1, Some(" IMEI 3569 "))).then([noted(1, Some("IMEI 3569"))]);
    assert_eq!(state.cart().unwrap().lines[0].note.as_deref(), Some("IMEI 3569"));
}

#[test]
fn nothing_but_spaces_wipes_a_note() {
    let history = [cart(), vec![noted(1, Some("blue"))]].concat();
    given(history.clone()).asked(note(1, Some("  "))).then([noted(1, None)]);
    given(history).asked(note(1, None)).then([noted(1, None)]);
}

#[test]
fn the_same_words_again_are_no_news() {
    given([cart(), vec![noted(1, Some("blue"))]].concat()).asked(note(1, Some("blue"))).then_nothing();
    given(cart()).asked(note(1, None)).then_nothing();
}

#[test]
fn a_note_is_one_line_of_200_characters() {
    let refusal = || Rejection::WordsOutOfBounds { most: 200 };
    let longest = "Ω".repeat(200);
    given(cart()).asked(note(1, Some(&longest))).then([noted(1, Some(&longest))]);
    given(cart()).asked(note(1, Some(&"Ω".repeat(201)))).then_refused(refusal());
    given(cart()).asked(note(1, Some("one\ntwo"))).then_refused(refusal());
    given(cart()).asked(note(1, Some("\u{1b}@"))).then_refused(refusal());
}

#[test]
fn a_noted_line_takes_no_more_of_the_same() {
    let history = [cart(), vec![noted(1, Some("for the gift"))]].concat();
    let again = AddLine { order: ORDER, product: CASE, quantity: PIECE, scanned: None };
    given(history).asked(again).then([added(3, CASE, PIECE)]);
}

#[test]
fn only_what_is_in_an_open_cart_is_written_on() {
    given(cart()).asked(note(7, Some("x"))).then_refused(Rejection::LineNotFound { line: LineNumber(7) });
    given(placed_order()).asked(note(1, Some("x"))).then_refused(Rejection::AlreadyPlaced);
    given(parked_order()).asked(note(1, Some("x"))).then_refused(Rejection::Parked);
}
