use super::*;
use crate::{Payment, Rejection};
use eventing::testing::given;
use kernel::Coded;

fn charged(number: u128, amount: i64, remaining: i64) -> TenderTaken {
    TenderTaken { kind: TenderKind::Card, card: Some(slip()), ..taken(number, amount, remaining) }
}

fn with(slip: CardSlip) -> Command {
    Command::TakeCard(TakeCard { order: ORDER, tender: tender(1), due: eur(1_880), amount: eur(1_880), slip })
}

#[test]
fn an_approved_card_settles_the_order() {
    given::<Payment>([]).when(take_card(1, 1_880, 1_880)).then([charged(1, 1_880, 0).into()]);
}

#[test]
fn a_card_may_pay_a_part() {
    given::<Payment>([]).when(take_card(1, 1_880, 880)).then([charged(1, 880, 1_000).into()]);
}

#[test]
fn card_tender_cannot_exceed_amount_due() {
    let refusal = Rejection::CardAboveAmountDue { due: eur(880), amount: eur(881) };
    assert_eq!(refusal.code().0, "PAY-006");
    given::<Payment>([taken(1, 1_000, 880).into()]).when(take_card(2, 1_880, 881)).then_refused(refusal);
}

#[test]
fn a_card_is_never_charged_nothing() {
    given::<Payment>([]).when(take_card(1, 1_880, 0)).then_refused(Rejection::TenderNotPositive { tendered: eur(0) });
}

#[test]
fn a_paid_order_takes_no_card() {
    given::<Payment>([taken(1, 1_880, 0).into()]).when(take_card(2, 1_880, 1)).then_refused(Rejection::NothingDue);
}

#[test]
fn a_slip_holds_what_terminals_print() {
    let refusal = Rejection::CardSlipIncomplete { field: "reference" };
    assert_eq!(refusal.code().0, "PAY-007");
    given::<Payment>([]).when(with(CardSlip { reference: "7".repeat(41), ..slip() })).then_refused(refusal);
    for last_four in ["424", "42424", "424x", "٤٢٤٢"] {
        given::<Payment>([])
            .when(with(CardSlip { last_four: last_four.to_owned(), ..slip() }))
            .then_refused(Rejection::CardSlipIncomplete { field: "last_four" });
    }
    given::<Payment>([])
        .when(with(CardSlip { brand: "V".repeat(21), ..slip() }))
        .then_refused(Rejection::CardSlipIncomplete { field: "brand" });
}

#[test]
fn nobody_has_to_type_a_slip() {
    let empty = || CardSlip { reference: String::new(), brand: " ".to_owned(), last_four: String::new() };
    given::<Payment>([]).when(with(empty())).then([TenderTaken { card: None, ..charged(1, 1_880, 0) }.into()]);
    let four = CardSlip { last_four: "4242".to_owned(), brand: String::new(), ..empty() };
    let kept = TenderTaken { card: Some(four.clone()), ..charged(1, 1_880, 0) };
    given::<Payment>([]).when(with(four)).then([kept.into()]);
}

#[test]
fn a_card_number_is_no_reference_even_where_its_last_four_are_not_typed() {
    let typed = CardSlip { reference: "4242 4242 4242 4242".to_owned(), last_four: String::new(), ..slip() };
    given::<Payment>([]).when(with(typed)).then_refused(Rejection::CardNumberRefused);
}

#[test]
fn a_slip_is_stored_without_the_spaces_around_it() {
    let typed = CardSlip { reference: " 004512 ".to_owned(), brand: "Visa ".to_owned(), ..slip() };
    given::<Payment>([]).when(with(typed)).then([charged(1, 1_880, 0).into()]);
}

#[test]
fn a_card_number_never_enters_the_journal() {
    assert_eq!(Rejection::CardNumberRefused.code().0, "PAY-008");
    for reference in ["4242424242424242", "4242 4242 4242 4242", "4242-4242-4242-4242"] {
        given::<Payment>([])
            .when(with(CardSlip { reference: reference.to_owned(), ..slip() }))
            .then_refused(Rejection::CardNumberRefused);
    }
}

#[test]
fn a_long_terminal_reference_is_not_taken_for_a_card_number() {
    for reference in ["4242424242424241", "4242424242424259", "123456789012"] {
        let typed = CardSlip { reference: reference.to_owned(), ..slip() };
        let fact = TenderTaken { card: Some(typed.clone()), ..charged(1, 1_880, 0) };
        given::<Payment>([]).when(with(typed)).then([fact.into()]);
    }
}
