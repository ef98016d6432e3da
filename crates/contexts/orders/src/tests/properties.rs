use super::*;
use crate::order::events::{
    LineDiscounted, LineOverridden, LineVoided, OrderDiscounted, OrderTakenOver, QuantityChanged, UnknownLeft,
};
use crate::{
    AddLine, AnswerUnknown, Cancel, ChangeQuantity, Confirm, DiscountLine, DiscountOrder, IgnoreUnknown, NoteLine,
    NoteOrder, OverrideLine, Park, Place, Reopen, Resume, Reverse, ScanUnknown, SecureStock, VoidLine,
};
use contracts::{Discount, Override};
use eventing::Decider;
use eventing::testing::moment;
use kernel::Unit;
use proptest::prelude::*;
use std::collections::HashSet;

fn quantities() -> impl Strategy<Value = Quantity> {
    (-1_000..5_000_i64, any::<bool>(), prop_oneof![Just(Unit::Each), Just(Unit::Kilogram)])
        .prop_map(|(n, whole, unit)| Quantity::milli(if whole { n * 1_000 } else { n }, unit))
}

fn lines() -> impl Strategy<Value = LineNumber> {
    (0..8_u32).prop_map(LineNumber)
}

fn products() -> impl Strategy<Value = ProductId> {
    prop_oneof![Just(CASE), Just(CABLE), Just(CHARGER), Just(APPLES)]
}

fn discounts() -> impl Strategy<Value = Option<Discount>> {
    proptest::option::of(prop_oneof![
        (-1..=1_000_001_i64).prop_map(|ppm| Discount::Rate { rate: Rate::from_ppm(ppm).unwrap() }),
        (-1..1_000_i64).prop_map(|minor| Discount::Amount { amount: eur(minor) }),
    ])
}

fn overrides() -> impl Strategy<Value = Option<Override>> {
    proptest::option::of((-1..1_000_i64).prop_map(|minor| Override::LineTotal { total: eur(minor), reason: why() }))
}

fn why() -> String {
    "because".to_owned()
}

/// What a cashier, or a policy, may ask in any order. A quote is made for whatever the cart holds then.
#[derive(Debug, Clone)]
enum Act {
    Ask(OrderCommand),
    Place,
}

/// What changes no amount.
fn asides() -> impl Strategy<Value = OrderCommand> {
    let note = || proptest::option::of("[a-z ]{0,4}");
    prop_oneof![
        "[a-c]".prop_map(|code| ScanUnknown { order: ORDER, code }.into()),
        (0..4_u32, lines()).prop_map(|(unknown, line)| AnswerUnknown { unknown, line }.into()),
        (0..4_u32).prop_map(|unknown| IgnoreUnknown { unknown }.into()),
        (lines(), note()).prop_map(|(line, note)| NoteLine { line, note }.into()),
        note().prop_map(|note| NoteOrder { note }.into()),
        (note(), 0..3_u32).prop_map(|(label, waiting)| Park { label, waiting }.into()),
        Just(Resume.into()),
        Just(Resume.into()),
    ]
}

fn acts() -> impl Strategy<Value = Act> {
    let add = (products(), quantities())
        .prop_map(|(product, quantity)| AddLine { order: ORDER, product, quantity, scanned: None }.into());
    let change = (lines(), quantities()).prop_map(|(line, quantity)| ChangeQuantity { line, quantity }.into());
    let discount =
        (lines(), discounts()).prop_map(|(line, discount)| DiscountLine { line, discount, reason: why() }.into());
    let override_ = (lines(), overrides()).prop_map(|(line, override_)| OverrideLine { line, override_ }.into());
    let rare: Vec<OrderCommand> = vec![
        Confirm { remaining: eur(0) }.into(),
        Cancel { reason: why(), holds_money: false }.into(),
        Reverse { document: DOCUMENT, reason: why() }.into(),
    ];
    prop_oneof![
        8 => add.prop_map(Act::Ask),
        4 => change.prop_map(Act::Ask),
        4 => lines().prop_map(|line| Act::Ask(VoidLine { line }.into())),
        2 => discount.prop_map(Act::Ask),
        2 => discounts().prop_map(|discount| Act::Ask(DiscountOrder { discount, reason: why() }.into())),
        2 => override_.prop_map(Act::Ask),
        2 => Just(Act::Place),
        4 => asides().prop_map(Act::Ask),
        1 => Just(Act::Ask(SecureStock.into())),
        4 => Just(Act::Ask(Reopen { short: vec![short()] }.into())),
        1 => proptest::sample::select(rare).prop_map(Act::Ask),
    ]
}

fn command(act: Act, state: &Order) -> OrderCommand {
    match act {
        Act::Ask(command) => command,
        Act::Place => {
            let cart = state.cart().map(|cart| cart.lines.clone()).unwrap_or_default();
            let priced = cart.iter().map(|l| priced(l.line.0, l.product, l.quantity, 100)).collect();
            Place { quote: quote_of(priced), expected_total: None, short_approved: Vec::new() }.into()
        }
    }
}

/// Any fact, fitting or not: what a damaged or foreign stream might hold.
fn facts() -> impl Strategy<Value = OrderEvent> {
    let lone: Vec<OrderEvent> = vec![
        opened(),
        placed(quote()),
        secured(),
        reopened(),
        confirmed(quote()),
        cancelled(true),
        reversed(quote()),
        unknown(1, "520", 1),
        UnknownLeft { order: ORDER, codes: Vec::new() }.into(),
        noted(1, Some("blue")),
        order_noted(None),
        parked(None),
        resumed(),
        OrderTakenOver { order: ORDER, from: MARIA, by: ELENI }.into(),
    ];
    prop_oneof![
        proptest::sample::select(lone),
        (prop_oneof![lines(), Just(LineNumber(u32::MAX))], products(), quantities())
            .prop_map(|(line, product, quantity)| added(line.0, product, quantity)),
        (lines(), quantities(), quantities()).prop_map(|(line, from, to)| QuantityChanged {
            order: ORDER,
            line,
            from,
            to
        }
        .into()),
        (lines(), products(), quantities()).prop_map(|(line, product, quantity)| LineVoided {
            order: ORDER,
            line,
            product,
            quantity
        }
        .into()),
        (lines(), discounts()).prop_map(|(line, discount)| LineDiscounted {
            order: ORDER,
            line,
            discount,
            reason: None
        }
        .into()),
        discounts().prop_map(|discount| OrderDiscounted { order: ORDER, discount, reason: None }.into()),
        (lines(), overrides()).prop_map(|(line, override_)| LineOverridden { order: ORDER, line, override_ }.into()),
    ]
}

proptest! {
    #[test]
    fn line_numbers_are_unique_and_never_used_again(acts in proptest::collection::vec(acts(), 1..80)) {
        let mut state = Order::Blank;
        let mut used = HashSet::new();
        for act in acts {
            let Ok(events) = Order::decide(&state, command(act, &state), &moment()) else { continue };
            for event in events {
                if let OrderEvent::LineAdded(added) = &event {
                    prop_assert!(used.insert(added.line), "line {} was used before", added.line);
                }
                state = Order::evolve(state, &event);
            }
            if let Ok(cart) = state.cart() {
                prop_assert!(cart.lines.iter().all(|line| line.quantity.is_sellable()));
                prop_assert!(cart.lines.is_sorted_by_key(|line| line.line));
                prop_assert!(cart.unknown.is_sorted_by(|a, b| a.unknown < b.unknown && a.code != b.code));
            }
        }
    }

    #[test]
    fn folding_takes_any_sequence_of_facts(facts in proptest::collection::vec(facts(), 0..60)) {
        let state = facts.iter().fold(Order::Blank, Order::evolve);
        let text = serde_json::to_string(&state).unwrap();
        prop_assert_eq!(serde_json::from_str::<Order>(&text).unwrap(), state);
    }

    #[test]
    fn nothing_leaves_the_end(acts in proptest::collection::vec(acts(), 1..40)) {
        for history in [cancelled_order(), reversed_order()] {
            let state = given(history).state().clone();
            for act in acts.clone() {
                prop_assert!(Order::decide(&state, command(act, &state), &moment()).is_err());
            }
        }
    }
}
