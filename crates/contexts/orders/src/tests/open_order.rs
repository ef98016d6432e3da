use super::{Asked, CASE, MARIA, ORDER, PIECE, added, cart, given, opened};
use crate::order::events::OrderOpened;
use crate::{AddLine, ExternalSource, OpenOrder, OrderEvent, Rejection};
use contracts::OrderCancelled;

fn source() -> ExternalSource {
    ExternalSource::new("40825019852", "2017-11-22T20:52:31-05:00").unwrap()
}

fn open() -> OpenOrder {
    OpenOrder { order: ORDER, source: source() }
}

fn opened_from_source() -> OrderEvent {
    OrderOpened { order: ORDER, source: Some(source()), operator: Some(MARIA) }.into()
}

#[test]
fn an_order_that_was_made_elsewhere_keeps_where() {
    given([]).asked(open()).then([opened_from_source()]);
    assert_eq!(source().reference(), "40825019852");
    assert_eq!(source().at(), Some("2017-11-22T20:52:31-05:00"));
}

#[test]
fn its_first_line_does_not_open_it_again() {
    let add = AddLine { order: ORDER, product: CASE, quantity: PIECE, scanned: None };
    given([opened_from_source()]).asked(add).then([added(1, CASE, PIECE)]);
}

#[test]
fn opening_an_open_order_changes_nothing() {
    given([opened_from_source()]).asked(open()).then_nothing();
    given(cart()).asked(open()).then_nothing();
}

#[test]
fn an_order_that_ended_is_not_opened_again() {
    let cancelled = OrderCancelled { order: ORDER, reason: "left".to_owned(), placed: false };
    given([opened(), cancelled.into()]).asked(open()).then_refused(Rejection::AlreadyEnded);
}

#[test]
fn a_source_has_a_short_name_and_a_short_time() {
    assert_eq!(ExternalSource::new(" 7 ", "").unwrap().at(), None);
    assert!(ExternalSource::new(" ", "now").is_none());
    assert!(ExternalSource::new(&"7".repeat(100), "").is_some());
    assert!(ExternalSource::new(&"7".repeat(101), "").is_none());
    assert!(ExternalSource::new("7", &"0".repeat(101)).is_none());
    assert!(ExternalSource::new("7\n8", "").is_none());
}

#[test]
fn an_order_that_was_opened_before_sources_were_kept_reads_as_one_without() {
    let old: OrderOpened = serde_json::from_value(serde_json::json!({ "order": ORDER })).unwrap();
    assert_eq!(old, OrderOpened { order: ORDER, source: None, operator: None });
    assert_eq!(serde_json::to_value(&old).unwrap(), serde_json::json!({ "order": ORDER }));
}
