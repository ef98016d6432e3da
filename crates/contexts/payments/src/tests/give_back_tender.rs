use super::*;
use crate::payment::MAX_REASON_CHARS;
use crate::{Payment, Rejection};
use eventing::testing::given;
use kernel::Coded;

#[test]
fn a_tender_goes_back_as_a_whole_and_is_due_again() {
    let state = given::<Payment>([taken(1, 1_880, 0).into()])
        .when(give_back(1, "wrong tender"))
        .then([given_back(1, 1_880).into()]);
    assert_eq!(state.remaining(eur(1_880)), Ok(eur(1_880)));
}

#[test]
fn cash_goes_back_as_it_was_kept() {
    let paid = TenderTaken { tendered: eur(500), change: eur(300), cash_rounding: eur(2), ..taken(1, 198, 0) };
    let back = TenderGivenBack { handed_back: eur(200), ..given_back(1, 198) };
    given::<Payment>([paid.into()]).when(give_back(1, "wrong tender")).then([back.into()]);
}

#[test]
fn a_card_goes_back_as_a_card() {
    let paid = TenderTaken { kind: TenderKind::Card, card: Some(slip()), ..taken(1, 1_880, 0) };
    let back = TenderGivenBack { kind: TenderKind::Card, ..given_back(1, 1_880) };
    given::<Payment>([paid.into()]).when(give_back(1, "wrong tender")).then([back.into()]);
}

#[test]
fn money_goes_back_once() {
    let refusal = Rejection::TenderIsGivenBack { tender: tender(1) };
    assert_eq!(refusal.code().0, "PAY-012");
    given::<Payment>([taken(1, 1_880, 0).into(), given_back(1, 1_880).into()])
        .when(give_back(1, "again"))
        .then_refused(refusal);
}

#[test]
fn what_was_never_taken_cannot_go_back() {
    let refusal = Rejection::TenderUnknown { tender: tender(2) };
    assert_eq!(refusal.code().0, "PAY-011");
    given::<Payment>([taken(1, 1_880, 0).into()]).when(give_back(2, "why")).then_refused(refusal.clone());
    given::<Payment>([]).when(give_back(2, "why")).then_refused(refusal);
}

#[test]
fn money_does_not_leave_without_a_reason_that_a_report_can_show() {
    assert_eq!(Rejection::ReasonMissing.code().0, "PAY-013");
    given::<Payment>([taken(1, 1_880, 0).into()]).when(give_back(1, " ")).then_refused(Rejection::ReasonMissing);
    let refusal = Rejection::TextTooLong { most: MAX_REASON_CHARS };
    assert_eq!(refusal.code().0, "PAY-014");
    given::<Payment>([taken(1, 1_880, 0).into()]).when(give_back(1, &"x".repeat(201))).then_refused(refusal);
}

#[test]
fn two_taps_on_one_amount_take_one_tender() {
    let state = given::<Payment>([taken(1, 1_000, 880).into()]).state().clone();
    let refusal = Rejection::BalanceChanged { expected: eur(1_880), due: eur(880) };
    assert_eq!(refusal.code().0, "PAY-016");
    assert_eq!(state.remaining_as_shown(eur(1_880), Some(eur(1_880))), Err(refusal));
    assert_eq!(state.remaining_as_shown(eur(1_880), Some(eur(880))), Ok(eur(880)));
    assert_eq!(state.remaining_as_shown(eur(1_880), None), Ok(eur(880)), "nobody looked at a screen");
}
