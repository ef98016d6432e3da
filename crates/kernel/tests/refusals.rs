//! Codes, ids and the moment: what crosses to the screen and the journal.

use kernel::{ClockQuality, Coded, CommandId, CorrelationId, Moment, OperatorId, ProductId, Uuid};
use serde_json::json;

kernel::rejections! {
    /// Why a kettle may refuse.
    pub enum Rejection {
        /// There is no water in it.
        "TST-001" Empty: "the kettle is empty",
        /// More than it holds.
        "TST-002" TooMuch { most: u32, unit: String }: "it holds {most} {unit}",
    }
}

#[test]
fn a_refusal_carries_its_code_its_values_and_the_developers_sentence() {
    let refusal = Rejection::TooMuch { most: 2, unit: "l".to_owned() }.refusal();
    assert_eq!(
        json!(refusal),
        json!({ "code": "TST-002", "params": { "most": 2, "unit": "l" }, "text": "it holds 2 l" })
    );
}

#[test]
fn a_refusal_without_values_has_an_empty_object() {
    assert_eq!(Rejection::Empty.params(), json!({}));
}

#[test]
fn every_code_of_an_enum_is_listed_with_its_sentence() {
    let codes = Rejection::CODES.iter().map(|(code, text)| (code.0, *text)).collect::<Vec<_>>();
    assert_eq!(codes, [("TST-001", "the kettle is empty"), ("TST-002", "it holds {most} {unit}")]);
}

#[test]
fn an_id_is_its_hyphenated_text_everywhere() {
    let text = "0190f5fe-7c00-7a00-8000-000000000001";
    let id: ProductId = text.parse().unwrap();
    assert_eq!(id.to_string(), text);
    assert_eq!(json!(id), json!(text));
}

#[test]
fn a_clock_behind_the_journal_was_set_back() {
    let moment = |now_ms| Moment {
        now_ms,
        highest_ms: 1_000,
        offset_minutes: 120,
        actor: OperatorId(Uuid::nil()),
        approver: None,
        shift: None,
        command: CommandId(Uuid::nil()),
        correlation: CorrelationId(Uuid::nil()),
    };
    assert_eq!(moment(1_000).clock_quality(), ClockQuality::Ok);
    assert_eq!(moment(999).clock_quality(), ClockQuality::SetBack);
}
