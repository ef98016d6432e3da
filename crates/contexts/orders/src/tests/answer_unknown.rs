use super::*;
use crate::order::events::UnknownAnswered;
use crate::{AnswerUnknown, Rejection};

#[test]
fn a_line_settles_the_code_that_it_stands_for() {
    let history = [cart(), vec![unknown(1, "520", 1), unknown(2, "521", 1)]].concat();
    let answered = UnknownAnswered { order: ORDER, unknown: 1, line: LineNumber(2) };
    let state = given(history).asked(AnswerUnknown { unknown: 1, line: LineNumber(2) }).then([answered.into()]);
    let left: Vec<_> = state.cart().unwrap().unknown.iter().map(|code| code.code.as_str()).collect();
    assert_eq!(left, ["521"]);
}

#[test]
fn a_code_is_settled_once() {
    let refusal = Rejection::UnknownCodeNotFound { unknown: 1 };
    given(cart()).asked(AnswerUnknown { unknown: 1, line: LineNumber(2) }).then_refused(refusal);
}

#[test]
fn it_takes_a_line_to_answer() {
    let history = [cart(), vec![unknown(1, "520", 1)]].concat();
    let refusal = Rejection::LineNotFound { line: LineNumber(7) };
    given(history).asked(AnswerUnknown { unknown: 1, line: LineNumber(7) }).then_refused(refusal);
}
