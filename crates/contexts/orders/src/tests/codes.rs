use crate::Rejection;
use kernel::Coded;

#[test]
fn codes_are_of_this_context_and_each_is_used_once() {
    let mut codes: Vec<_> = Rejection::CODES.iter().map(|(code, _)| code.0).collect();
    assert!(codes.iter().all(|code| code.starts_with("ORD-")));
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Rejection::CODES.len());
}

#[test]
fn a_refusal_hands_its_values_to_the_message() {
    let quantity = kernel::Quantity::each(0);
    let refusal = Rejection::QuantityNotSellable { quantity }.refusal();
    assert_eq!(refusal.code, "ORD-010");
    assert_eq!(refusal.text, "0 ea cannot be sold");
    assert_eq!(refusal.params, serde_json::json!({ "quantity": { "milli": 0, "unit": "ea" } }));
}
