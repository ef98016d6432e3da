use super::product;
use crate::stock::{Command, SetStockPolicy, Stock, StockPolicy, StockPolicySet};
use eventing::testing::given;

fn set(policy: StockPolicy) -> Command {
    Command::SetStockPolicy(SetStockPolicy { product: product(1), policy })
}

#[test]
fn a_policy_is_chosen() {
    given::<Stock>([]).when(set(StockPolicy::Allow)).then([StockPolicySet {
        product: product(1),
        policy: StockPolicy::Allow,
    }
    .into()]);
}

#[test]
fn choosing_it_again_records_nothing() {
    given::<Stock>([StockPolicySet { product: product(1), policy: StockPolicy::Allow }.into()])
        .when(set(StockPolicy::Allow))
        .then_nothing();
}
