//! The scripted authority stalls, refuses and forgets; what it took it knows when it is asked.

use super::*;
use crate::adapter::{Answer, FiscalAdapter, NoneAdapter};
use crate::scripted::{ScriptedAdapter, Step};
use std::task::{Context, Poll, Waker};

fn mark(number: u32) -> Answer {
    let mark = format!("MARK-{number}");
    Answer::Accepted { qr: Some(format!("https://authority.example/{mark}")), mark }
}

#[tokio::test]
async fn it_accepts_under_one_mark_however_often_a_document_comes() {
    let adapter = ScriptedAdapter::default();
    assert_eq!(adapter.submit(&submission()).await, mark(1));
    assert_eq!(adapter.submit(&submission()).await, mark(1));
    let other = Submission { document: MIRROR, ..submission() };
    assert_eq!(adapter.submit(&other).await, mark(2));
    assert_eq!(adapter.arrived(), [DOCUMENT, DOCUMENT, MIRROR]);
}

#[tokio::test]
async fn a_forgotten_answer_is_found_by_asking_and_a_lost_document_is_not() {
    let adapter = ScriptedAdapter::new([Step::Lose, Step::Forget]);
    assert!(matches!(adapter.submit(&submission()).await, Answer::Unknown { .. }));
    assert_eq!(adapter.ask(&submission()).await, Answer::NotFound);
    assert!(matches!(adapter.submit(&submission()).await, Answer::Unknown { .. }));
    assert_eq!(adapter.ask(&submission()).await, mark(1));
}

#[test]
fn a_stalled_authority_never_answers_and_has_the_document() {
    let adapter = ScriptedAdapter::new([Step::Stall]);
    let document = submission();
    let mut answering = adapter.submit(&document);
    assert_eq!(answering.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Pending);
    assert_eq!(adapter.arrived(), [DOCUMENT]);
}

#[tokio::test]
async fn a_refusal_says_why_and_an_authority_that_is_away_got_nothing() {
    let adapter = ScriptedAdapter::new([Step::Refuse("no such tax id"), Step::Unreachable]);
    assert_eq!(adapter.submit(&submission()).await, Answer::Rejected { why: "no such tax id".to_owned() });
    assert!(matches!(adapter.submit(&submission()).await, Answer::Unreachable { .. }));
    assert_eq!(adapter.arrived(), [DOCUMENT]);
    assert!(adapter.submits() && adapter.name() == "scripted");
}

#[tokio::test]
async fn the_adapter_of_a_country_without_submission_does_nothing() {
    assert!(!NoneAdapter.submits() && NoneAdapter.name() == "none");
    assert!(matches!(NoneAdapter.submit(&submission()).await, Answer::Unreachable { .. }));
    assert!(matches!(NoneAdapter.ask(&submission()).await, Answer::Unreachable { .. }));
}

#[test]
fn every_answer_that_changes_a_document_is_a_command_for_it() {
    let (mark, why) = ("MARK-1".to_owned(), "no such tax id".to_owned());
    assert_eq!(Answer::Accepted { mark, qr: None }.command(DOCUMENT), Some(accept("MARK-1")));
    assert_eq!(Answer::Rejected { why: why.clone() }.command(DOCUMENT), Some(reject()));
    let broke = "the connection broke".to_owned();
    assert_eq!(Answer::Unknown { why: broke }.command(DOCUMENT), Some(lose()));
    assert_eq!(Answer::Unreachable { why }.command(DOCUMENT), None);
    assert_eq!(Answer::NotFound.command(DOCUMENT), None);
}
