use super::{product, stock};
use crate::Rejection;
use crate::opening::{MAX_OPENING_LINES, Opening, OpeningStated, StateOpening};
use contracts::StockLine;
use eventing::testing::given;
use kernel::Coded;

fn state(lines: Vec<StockLine>) -> StateOpening {
    StateOpening { lines }
}

#[test]
fn one_fact_states_many_products() {
    let lines = vec![stock(1, 12), stock(2, 0)];
    given::<Opening>([]).when(state(lines.clone())).then([OpeningStated { lines }.into()]);
}

#[test]
fn a_product_opens_once() {
    let refusal = Rejection::OpeningRepeated { product: product(1) };
    assert_eq!(refusal.code().0, "INV-007");
    let before = OpeningStated { lines: vec![stock(1, 12)] };
    given::<Opening>([before.into()]).when(state(vec![stock(2, 1), stock(1, 1)])).then_refused(refusal.clone());
    given::<Opening>([]).when(state(vec![stock(1, 1), stock(1, 1)])).then_refused(refusal);
}

#[test]
fn an_opening_holds_something_and_not_the_world() {
    let refusal = Rejection::OpeningSize { most: MAX_OPENING_LINES };
    assert_eq!(refusal.code().0, "INV-006");
    let many = (0..=MAX_OPENING_LINES as u128).map(|number| stock(number, 1)).collect();
    for lines in [vec![], many] {
        given::<Opening>([]).when(state(lines)).then_refused(refusal.clone());
    }
}

#[test]
fn a_shop_does_not_open_below_zero() {
    let line = stock(1, -1);
    given::<Opening>([])
        .when(state(vec![line.clone()]))
        .then_refused(Rejection::QuantityRefused { quantity: line.quantity });
}
