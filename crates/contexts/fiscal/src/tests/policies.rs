use super::*;
use crate::policies::*;
use crate::series::{Event, ReceiptSeries};
use eventing::encode;
use eventing::testing::when_heard;

fn series(rest: impl IntoIterator<Item = Event>) -> Vec<Event> {
    let both = [opened(DocumentType::Sale, "A").into(), opened(DocumentType::Reversal, "R").into()];
    both.into_iter().chain(rest).collect()
}

#[test]
fn a_paid_order_gets_its_number_and_nothing_more_where_nobody_submits() {
    for adapter in [vec![], vec![chosen("none", false).into()]] {
        let effects = when_heard::<WhenOrderConfirmedNumberReceipt>(confirmed())
            .stream::<ReceiptSeries>(ReceiptSeries::STREAM, series(adapter))
            .then([encode(&numbered("A", 1))]);
        assert_eq!(effects, []);
    }
}

#[test]
fn a_paid_order_is_queued_for_the_authority_where_an_adapter_submits() {
    let effects = when_heard::<WhenOrderConfirmedNumberReceipt>(confirmed())
        .stream::<ReceiptSeries>(ReceiptSeries::STREAM, series([chosen("scripted", true).into()]))
        .then([encode(&numbered("A", 1)), encode(&issued())]);
    assert_eq!(effects.len(), 1);
    assert_eq!((effects[0].kind, effects[0].key.clone()), (crate::SUBMIT, format!("fiscal.submit:{DOCUMENT}")));
    let queued: Submission = serde_json::from_slice(&effects[0].payload).unwrap();
    assert_eq!(queued, submission());
}

#[test]
fn a_paid_order_heard_twice_takes_one_number() {
    let effects = when_heard::<WhenOrderConfirmedNumberReceipt>(confirmed())
        .stream::<ReceiptSeries>(
            ReceiptSeries::STREAM,
            series([chosen("scripted", true).into(), numbered("A", 1).into()]),
        )
        .then([]);
    assert_eq!(effects, []);
}

#[test]
fn a_reversed_order_gets_a_number_of_its_own_series_once() {
    let mirror = ReceiptNumbered { document: MIRROR, document_type: DocumentType::Reversal, ..numbered("R", 1) };
    when_heard::<WhenOrderReversedNumberDocument>(reversed())
        .stream::<ReceiptSeries>(ReceiptSeries::STREAM, series([numbered("A", 1).into()]))
        .then([encode(&mirror)]);
    when_heard::<WhenOrderReversedNumberDocument>(reversed())
        .stream::<ReceiptSeries>(ReceiptSeries::STREAM, series([numbered("A", 1).into(), mirror.into()]))
        .then([]);
}
