use super::*;
use crate::{Payment, Rejection};
use eventing::testing::given;

fn redeemed(number: u128, value: i64, amount: i64, remaining: i64) -> TenderTaken {
    TenderTaken {
        kind: TenderKind::Coupon,
        tendered: eur(value),
        forfeited: eur(value - amount),
        ..taken(number, amount, remaining)
    }
}

#[test]
fn a_coupon_settles_its_value() {
    given::<Payment>([]).when(take_coupon(1, 1_880, 500)).then([redeemed(1, 500, 500, 1_380).into()]);
}

#[test]
fn what_a_coupon_is_worth_beyond_the_balance_is_forfeited() {
    given::<Payment>([taken(1, 1_500, 380).into()])
        .when(take_coupon(2, 1_880, 500))
        .then([redeemed(2, 500, 380, 0).into()]);
}

#[test]
fn a_coupon_for_nothing_due_stays_with_the_customer() {
    given::<Payment>([taken(1, 1_880, 0).into()]).when(take_coupon(2, 1_880, 500)).then_refused(Rejection::NothingDue);
}

#[test]
fn a_coupon_is_worth_something_and_not_a_barcode() {
    given::<Payment>([]).when(take_coupon(1, 1_880, 0)).then_refused(Rejection::TenderNotPositive { tendered: eur(0) });
    given::<Payment>([])
        .when(take_coupon(1, 1_880, 9_912_345_678_901))
        .then_refused(Rejection::TenderFarAboveAmountDue { due: eur(1_880), tendered: eur(9_912_345_678_901) });
}
