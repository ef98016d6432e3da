use super::*;
use crate::{NoteOrder, Rejection};

fn note(note: Option<&str>) -> NoteOrder {
    NoteOrder { note: note.map(str::to_owned) }
}

#[test]
fn the_order_says_what_was_written_on_it() {
    let state = given(cart()).asked(note(Some("delivery on Friday"))).then([order_noted(Some("delivery on Friday"))]);
    assert_eq!(state.cart().unwrap().note.as_deref(), Some("delivery on Friday"));
}

#[test]
fn a_note_is_wiped_and_repeats_are_no_news() {
    let history = [cart(), vec![order_noted(Some("Friday"))]].concat();
    given(history.clone()).asked(note(Some("Friday"))).then_nothing();
    given(history).asked(note(None)).then([order_noted(None)]);
}

#[test]
fn a_note_is_no_essay_and_an_order_has_to_be_there() {
    given(cart()).asked(note(Some(&"x".repeat(201)))).then_refused(Rejection::WordsOutOfBounds { most: 200 });
    given([]).asked(note(Some("x"))).then_refused(Rejection::OrderNotFound);
    given(placed_order()).asked(note(Some("x"))).then_refused(Rejection::AlreadyPlaced);
}

#[test]
fn notes_stay_on_a_placed_order() {
    let history = [cart(), vec![order_noted(Some("Friday")), noted(1, Some("blue")), placed(quote())]].concat();
    let state = given(history).state().clone();
    let cart = &state.placed().unwrap().cart;
    assert_eq!((cart.note.as_deref(), cart.lines[0].note.as_deref()), (Some("Friday"), Some("blue")));
}
