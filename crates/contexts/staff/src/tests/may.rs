use super::*;
use kernel::{Coded, Rate};

const TEN_PERCENT: Limit = Limit::DiscountRate(Rate::percent(10));

#[test]
fn a_role_permits_what_it_holds() {
    assert_eq!(may(&role(CASHIER), &Act::Sell), Ok(()));
}

#[test]
fn a_role_refuses_what_it_does_not_hold() {
    let refused = may(&role(CASHIER), &Act::ReverseSale { amount: euro(100) }).unwrap_err();
    assert_eq!(refused, Rejection::NotPermitted { permission: Permission::ReverseSale });
    assert_eq!(refused.code().0, "STF-001");
    assert_eq!(refused.to_string(), "the role does not hold reverse_sale");
}

#[test]
fn an_act_at_the_limit_is_permitted() {
    assert_eq!(may(&role(CASHIER), &Act::DiscountLine { rate: Rate::percent(10) }), Ok(()));
}

#[test]
fn an_act_above_the_limit_is_refused_with_the_limit() {
    let asked = Rate::from_ppm(100_001).unwrap();
    let refused = may(&role(CASHIER), &Act::DiscountLine { rate: asked }).unwrap_err();
    let expected = Rejection::AboveLimit {
        permission: Permission::Discount,
        limit: TEN_PERCENT,
        asked: Limit::DiscountRate(asked),
    };
    assert_eq!(refused, expected);
    assert_eq!(refused.code().0, "STF-002");
    assert_eq!(refused.params()["limit"]["value"], 100_000);
}

#[test]
fn the_limit_holds_for_the_order_as_for_a_line() {
    assert!(may(&role(CASHIER), &Act::DiscountOrder { rate: Rate::percent(11) }).is_err());
}

#[test]
fn an_amount_in_another_currency_is_never_within_a_limit() {
    let limit = Limit::Amount(Money::new(10_000, Currency::CAD));
    let clerk = own_role(&[Grant::up_to(Permission::ReverseSale, limit)]);
    assert!(may(&clerk, &Act::ReverseSale { amount: euro(1) }).is_err());
    assert!(may(&clerk, &Act::ReverseSale { amount: Money::new(10_000, Currency::CAD) }).is_ok());
}

#[test]
fn a_limit_that_does_not_measure_the_act_permits_nothing() {
    let bent =
        own_role(&[Grant::up_to(Permission::ReverseSale, TEN_PERCENT), Grant::up_to(Permission::Sell, TEN_PERCENT)]);
    assert!(may(&bent, &Act::ReverseSale { amount: euro(1) }).is_err());
    assert_eq!(may(&bent, &Act::Sell), Err(Rejection::NotPermitted { permission: Permission::Sell }));
}

#[test]
fn a_manager_may_everything() {
    let most = Rate::percent(100);
    let amount = euro(kernel::MAX_MINOR);
    let acts = [
        Act::Sell,
        Act::VoidLine,
        Act::VoidOrder,
        Act::DiscountLine { rate: most },
        Act::DiscountOrder { rate: most },
        Act::OverridePrice { rate: most },
        Act::ReverseSale { amount },
        Act::GiveBackTender { amount },
        Act::OpenShift,
        Act::CloseShift,
        Act::EditCatalog,
        Act::AdjustStock,
        Act::SellBelowStock,
        Act::SetUpShop,
        Act::EditStaff,
        Act::SeeReports,
        Act::VerifyJournal,
    ];
    for act in acts {
        assert_eq!(may(&role(MANAGER), &act), Ok(()), "{act:?}");
    }
}

#[test]
fn a_deactivated_operator_may_nothing() {
    let cashier = RoleState::Defined(role(CASHIER));
    assert_eq!(check(&working(MARIA, CASHIER), &cashier, &Act::Sell), Ok(()));
    assert_eq!(check(&gone(MARIA), &cashier, &Act::Sell), Err(Rejection::NotActive));
    assert_eq!(check(&OperatorState::Unknown, &cashier, &Act::Sell), Err(Rejection::NotActive));
    assert_eq!(Rejection::NotActive.code().0, "STF-006");
}

#[test]
fn a_role_of_somebody_else_is_no_role() {
    let manager = RoleState::Defined(role(MANAGER));
    assert_eq!(check(&working(MARIA, CASHIER), &manager, &Act::Sell), Err(Rejection::RoleNotDefined));
    assert_eq!(check(&working(MARIA, CASHIER), &RoleState::Undefined, &Act::Sell), Err(Rejection::RoleNotDefined));
    assert_eq!(Rejection::RoleNotDefined.code().0, "STF-011");
}

#[test]
fn a_refusal_says_what_a_second_operator_must_hold() {
    let refused = may(&role(CASHIER), &Act::DiscountLine { rate: Rate::percent(25) }).unwrap_err();
    let expected = CanBeOverridden {
        permission: Permission::Discount,
        limit: Some(TEN_PERCENT),
        asked: Some(Limit::DiscountRate(Rate::percent(25))),
    };
    assert_eq!(refused.can_be_overridden(), Some(expected));
    let refused = may(&role(CASHIER), &Act::SellBelowStock).unwrap_err();
    assert_eq!(refused.can_be_overridden().unwrap().permission, Permission::SellBelowStock);
}

#[test]
fn the_back_office_cannot_be_overridden_at_the_counter() {
    for act in [Act::EditCatalog, Act::SetUpShop, Act::EditStaff, Act::SeeReports, Act::VerifyJournal] {
        let refused = may(&role(CASHIER), &act).unwrap_err();
        assert_eq!(refused.can_be_overridden(), None, "{act:?}");
    }
    assert_eq!(Rejection::NotActive.can_be_overridden(), None);
}

#[test]
fn permissions_keep_their_names() {
    let names: Vec<String> = Permission::ALL.iter().map(ToString::to_string).collect();
    let expected = "sell void_line void_order discount override_price reverse_sale give_back_tender open_shift \
                    close_shift edit_catalog adjust_stock sell_below_stock set_up_shop edit_staff see_reports \
                    verify_journal";
    assert_eq!(names.join(" "), expected);
}

#[test]
fn a_discount_in_money_is_measured_rounded_up() {
    assert_eq!(rate_of(euro(100), euro(1_000)), Rate::percent(10));
    assert_eq!(rate_of(euro(1), euro(3)).ppm(), 333_334);
    assert_eq!(rate_of(euro(0), euro(0)), Rate::ZERO);
    assert_eq!(rate_of(euro(-5), euro(100)), Rate::ZERO);
    assert_eq!(rate_of(euro(5), euro(0)), Rate::ONE);
    assert_eq!(rate_of(euro(200), euro(100)), Rate::ONE);
    assert_eq!(rate_of(euro(5), Money::new(100, Currency::CAD)), Rate::ONE);
    assert_eq!(rate_of(euro(kernel::MAX_MINOR), euro(kernel::MAX_MINOR)), Rate::ONE);
}
