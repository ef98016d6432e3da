//! Whatever is offered, in whatever order: the amounts never exceed what is due, and the change is right to the cent.

use super::*;
use crate::{Event, Payment};
use eventing::Decider;
use eventing::testing::moment;
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Act {
    Cash { tendered: i64, partial: Partial },
    Card(i64),
    Coupon(i64),
    GiveBack(u128),
}

fn act() -> impl Strategy<Value = Act> {
    let amount = -50_i64..6_000;
    prop_oneof![
        4 => (amount.clone(), prop_oneof![Just(Partial::Refuse), Just(Partial::Allow)])
            .prop_map(|(tendered, partial)| Act::Cash { tendered, partial }),
        2 => amount.clone().prop_map(Act::Card),
        2 => amount.prop_map(Act::Coupon),
        1 => (0_u128..12).prop_map(Act::GiveBack),
    ]
}

fn command(number: u128, due: i64, step: Option<i64>, act: &Act) -> Command {
    match act {
        Act::Cash { tendered, partial } => {
            Command::TakeCash(TakeCash { rounding_step_minor: step, partial: *partial, ..cash(number, due, *tendered) })
        }
        Act::Card(amount) => take_card(number, due, *amount),
        Act::Coupon(value) => take_coupon(number, due, *value),
        Act::GiveBack(which) => give_back(*which, "wrong tender"),
    }
}

/// What every tender must satisfy by itself, and the half step that rounding may move.
fn check_tender(fact: &TenderTaken, step: Option<i64>) -> Result<(), TestCaseError> {
    prop_assert!(fact.amount.minor > 0);
    prop_assert!(fact.change.minor >= 0 && fact.forfeited.minor >= 0);
    prop_assert!(fact.cash_rounding.minor.abs() * 2 <= step.unwrap_or(0));
    prop_assert!(fact.cash_rounding.is_zero() || fact.remaining.is_zero(), "only the closing tender is rounded");
    match fact.kind {
        TenderKind::Cash => {
            let change = fact.tendered.minor - fact.amount.minor - fact.cash_rounding.minor;
            prop_assert_eq!(fact.change.minor, change);
        }
        TenderKind::Card => prop_assert_eq!(fact.tendered, fact.amount),
        TenderKind::Coupon => prop_assert_eq!(fact.tendered.minor, fact.amount.minor + fact.forfeited.minor),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn amounts_never_exceed_the_total_and_the_rest_is_always_known(
        due in 1_i64..6_000,
        step in prop_oneof![Just(None), Just(Some(5)), Just(Some(50))],
        acts in prop::collection::vec(act(), 1..12),
    ) {
        let mut state = Payment::default();
        let mut held = 0;
        for (number, act) in (0_u128..).zip(&acts) {
            let before = held;
            let Ok(events) = Payment::decide(&state, command(number, due, step, act), &moment()) else { continue };
            prop_assert_eq!(events.len(), 1, "one act, one fact");
            match &events[0] {
                Event::TenderTaken(fact) => {
                    held += fact.amount.minor;
                    prop_assert!(before < due, "a balance is closed once, and takes nothing afterwards");
                    prop_assert!(held <= due);
                    prop_assert_eq!(fact.remaining.minor, due - held);
                    check_tender(fact, step)?;
                }
                Event::TenderGivenBack(fact) => held -= fact.amount.minor,
            }
            state = Payment::evolve(state, &events[0]);
            prop_assert_eq!(state.held_minor(), held);
            prop_assert!(held >= 0);
        }
    }

    #[test]
    fn exact_cash_always_closes_the_balance(
        due in 1_i64..1_000_000,
        step in prop_oneof![Just(None), Just(Some(5)), Just(Some(50)), Just(Some(100))],
    ) {
        let exact = crate::cash_due(eur(due), step);
        let command = TakeCash { rounding_step_minor: step, ..cash(1, due, exact.minor) };
        let events = Payment::decide(&Payment::default(), Command::TakeCash(command), &moment()).unwrap();
        let Event::TenderTaken(fact) = &events[0] else { panic!("cash is taken") };
        prop_assert!(fact.remaining.is_zero() && fact.change.is_zero());
        prop_assert_eq!(fact.amount.minor, due);
        check_tender(fact, step)?;
    }
}
