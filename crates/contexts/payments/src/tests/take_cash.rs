use super::*;
use crate::{Payment, Rejection};
use eventing::testing::given;
use kernel::Coded;

/// Cash in a country that rounds it to five cents.
fn rounded(due: i64, tendered: i64, partial: Partial) -> Command {
    Command::TakeCash(TakeCash { rounding_step_minor: Some(5), partial, ..cash(1, due, tendered) })
}

fn split(number: u128, due: i64, tendered: i64) -> Command {
    Command::TakeCash(TakeCash { partial: Partial::Allow, ..cash(number, due, tendered) })
}

#[test]
fn exact_cash_settles_the_order() {
    given::<Payment>([]).when(take_cash(1, 43_880, 43_880)).then([taken(1, 43_880, 0).into()]);
}

#[test]
fn cash_above_the_amount_due_gives_change() {
    let fact = TenderTaken { tendered: eur(2_000), change: eur(120), ..taken(1, 1_880, 0) };
    given::<Payment>([]).when(take_cash(1, 1_880, 2_000)).then([fact.into()]);
}

#[test]
fn cash_below_the_amount_due_is_refused() {
    let refusal = Rejection::TenderBelowAmountDue { due: eur(1_880), tendered: eur(1_800) };
    assert_eq!(refusal.code().0, "PAY-002");
    given::<Payment>([]).when(take_cash(1, 1_880, 1_800)).then_refused(refusal);
}

#[test]
fn cash_may_be_a_part_of_a_split_payment() {
    given::<Payment>([]).when(split(1, 1_880, 1_000)).then([taken(1, 1_000, 880).into()]);
    given::<Payment>([taken(1, 1_000, 880).into()]).when(take_cash(2, 1_880, 880)).then([taken(2, 880, 0).into()]);
}

#[test]
fn a_split_payment_that_suffices_gives_change_too() {
    let fact = TenderTaken { tendered: eur(2_000), change: eur(120), ..taken(1, 1_880, 0) };
    given::<Payment>([]).when(split(1, 1_880, 2_000)).then([fact.into()]);
}

#[test]
fn a_barcode_in_the_amount_field_is_refused() {
    let refusal = Rejection::TenderFarAboveAmountDue { due: eur(1_880), tendered: eur(5_201_234_567_890) };
    assert_eq!(refusal.code().0, "PAY-003");
    given::<Payment>([]).when(take_cash(1, 1_880, 5_201_234_567_890)).then_refused(refusal);
}

#[test]
fn the_highest_note_pays_the_smallest_sale() {
    let fact = TenderTaken { tendered: eur(50_000), change: eur(49_950), ..taken(1, 50, 0) };
    given::<Payment>([]).when(take_cash(1, 50, 50_000)).then([fact.into()]);
    given::<Payment>([])
        .when(take_cash(1, 50, 50_051))
        .then_refused(Rejection::TenderFarAboveAmountDue { due: eur(50), tendered: eur(50_051) });
}

#[test]
fn zero_and_less_are_no_payment() {
    for minor in [0, -1, -1_880] {
        let refusal = Rejection::TenderNotPositive { tendered: eur(minor) };
        assert_eq!(refusal.code().0, "PAY-004");
        given::<Payment>([]).when(take_cash(1, 1_880, minor)).then_refused(refusal);
    }
}

#[test]
fn a_document_at_the_legal_limit_takes_no_cash_at_all() {
    let at_limit = |due, tendered, partial| {
        Command::TakeCash(TakeCash { cash_limit: Some(eur(50_000)), partial, ..cash(1, due, tendered) })
    };
    let refusal = |due| Rejection::CashAboveLimit { limit: eur(50_000), total: eur(due) };
    assert_eq!(refusal(1).code().0, "PAY-005");
    given::<Payment>([]).when(at_limit(50_000, 50_000, Partial::Refuse)).then_refused(refusal(50_000));
    given::<Payment>([]).when(at_limit(60_000, 100, Partial::Allow)).then_refused(refusal(60_000));
    given::<Payment>([]).when(at_limit(49_999, 49_999, Partial::Refuse)).then([taken(1, 49_999, 0).into()]);
}

#[test]
fn the_limit_counts_the_document_and_not_what_is_left_of_it() {
    let command = TakeCash { cash_limit: Some(eur(50_000)), ..cash(2, 60_000, 1_000) };
    given::<Payment>([taken(1, 59_000, 1_000).into()])
        .when(Command::TakeCash(command))
        .then_refused(Rejection::CashAboveLimit { limit: eur(50_000), total: eur(60_000) });
}

#[test]
fn cash_that_closes_the_balance_is_rounded_to_the_smallest_coin() {
    for (due, asked) in [(1_571, 1_570), (1_572, 1_570), (1_573, 1_575), (1_577, 1_575), (1_578, 1_580)] {
        let fact = TenderTaken { tendered: eur(asked), cash_rounding: eur(asked - due), ..taken(1, due, 0) };
        given::<Payment>([]).when(rounded(due, asked, Partial::Refuse)).then([fact.into()]);
    }
}

#[test]
fn change_is_counted_from_the_rounded_amount() {
    let fact = TenderTaken { tendered: eur(2_000), change: eur(430), cash_rounding: eur(-2), ..taken(1, 1_572, 0) };
    given::<Payment>([]).when(rounded(1_572, 2_000, Partial::Refuse)).then([fact.into()]);
}

#[test]
fn only_the_cash_part_of_a_split_payment_is_rounded() {
    let card = TenderTaken { kind: TenderKind::Card, card: Some(slip()), ..taken(9, 68, 1_504) };
    let fact = TenderTaken { tendered: eur(1_505), cash_rounding: eur(1), ..taken(1, 1_504, 0) };
    given::<Payment>([card.into()]).when(rounded(1_572, 1_505, Partial::Refuse)).then([fact.into()]);
}

#[test]
fn a_part_in_cash_is_not_rounded() {
    given::<Payment>([]).when(rounded(1_572, 1_000, Partial::Allow)).then([taken(1, 1_000, 572).into()]);
}

#[test]
fn cash_between_the_balance_and_its_rounding_does_not_close_it() {
    let refusal = Rejection::TenderBelowAmountDue { due: eur(1_575), tendered: eur(1_574) };
    given::<Payment>([]).when(rounded(1_573, 1_574, Partial::Allow)).then_refused(refusal);
}

#[test]
fn a_balance_that_rounds_to_nothing_is_closed_by_nothing() {
    let fact = TenderTaken { tendered: eur(0), cash_rounding: eur(-2), ..taken(1, 2, 0) };
    given::<Payment>([]).when(rounded(2, 0, Partial::Refuse)).then([fact.into()]);
}

#[test]
fn a_paid_order_and_a_free_one_take_nothing() {
    assert_eq!(Rejection::NothingDue.code().0, "PAY-001");
    given::<Payment>([taken(1, 1_880, 0).into()]).when(take_cash(2, 1_880, 100)).then_refused(Rejection::NothingDue);
    given::<Payment>([]).when(take_cash(1, 0, 100)).then_refused(Rejection::NothingDue);
}

#[test]
fn all_tenders_of_an_order_pay_the_same_total() {
    let refusal = Rejection::DueChanged { due: eur(1_880), asked: eur(1_900) };
    assert_eq!(refusal.code().0, "PAY-009");
    given::<Payment>([taken(1, 1_000, 880).into()]).when(take_cash(2, 1_900, 900)).then_refused(refusal);
}

#[test]
fn the_total_may_change_once_everything_went_back() {
    given::<Payment>([taken(1, 1_000, 880).into(), given_back(1, 1_000).into()])
        .when(take_cash(2, 1_900, 1_900))
        .then([taken(2, 1_900, 0).into()]);
}

#[test]
fn one_id_is_one_tender() {
    let refusal = Rejection::TenderRepeated { tender: tender(1) };
    assert_eq!(refusal.code().0, "PAY-010");
    given::<Payment>([taken(1, 1_000, 880).into()]).when(take_cash(1, 1_880, 880)).then_refused(refusal);
}

#[test]
fn an_order_is_paid_in_its_own_currency() {
    let refusal = Rejection::CurrencyMismatch { expected: Currency::EUR, given: Currency::CAD };
    assert_eq!(refusal.code().0, "PAY-015");
    let command = TakeCash { tendered: Money::new(1_880, Currency::CAD), ..cash(1, 1_880, 0) };
    given::<Payment>([]).when(Command::TakeCash(command)).then_refused(refusal);
}
