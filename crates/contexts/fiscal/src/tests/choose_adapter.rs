use super::*;
use crate::series::{ChooseAdapter, Command, ReceiptSeries};
use eventing::testing::given;

fn choose(adapter: &str, submits: bool) -> Command {
    Command::ChooseAdapter(ChooseAdapter { adapter: adapter.to_owned(), submits })
}

#[test]
fn the_adapter_is_chosen() {
    let state = given::<ReceiptSeries>([]).when(choose("scripted", true)).then([chosen("scripted", true).into()]);
    assert_eq!(state.submitting_adapter(), Some("scripted"));
}

#[test]
fn choosing_it_again_records_nothing() {
    given::<ReceiptSeries>([chosen("none", false).into()]).when(choose("none", false)).then_nothing();
}

#[test]
fn an_adapter_that_submits_nothing_is_asked_for_nothing() {
    assert_eq!(given::<ReceiptSeries>([chosen("none", false).into()]).state().submitting_adapter(), None);
}
