use super::*;
use eventing::Decider;
use serde_json::json;

/// A change of this text needs a new `FOLD_VERSION`: snapshots in the field have this shape.
#[test]
fn a_snapshot_keeps_its_shape() {
    let written = vec![unknown(1, "520", 2), noted(1, Some("blue")), order_noted(Some("Friday"))];
    let history = [cart(), written, vec![placed(quote()), reopened()]].concat();
    let state = given(history).state().clone();
    let id = |n: u128| Uuid::from_u128(n).to_string();
    let line = |line: u32, product: u128, milli: i64, note: Option<&str>| {
        json!({ "line": line, "product": id(product), "quantity": { "milli": milli, "unit": "ea" },
                "scanned": null, "override": null, "discount": null, "discount_reason": null, "note": note })
    };
    let expected = json!({ "open": {
        "order": id(10),
        "lines": [line(1, 101, 1_000, Some("blue")), line(2, 102, 2_000, None)],
        "discount": null,
        "short": [{ "line": 2, "product": id(102), "wanted": { "milli": 2_000, "unit": "ea" },
                    "available": { "milli": 1_000, "unit": "ea" } }],
        "next_line": 3,
        "note": "Friday",
        "unknown": [{ "unknown": 1, "code": "520", "after": 2 }],
        "next_unknown": 2,
        "label": null,
        "operator": id(1),
    } });
    assert_eq!(serde_json::to_value(&state).unwrap(), expected);
    assert_eq!(Order::FOLD_VERSION, 2);
}

#[test]
fn every_state_reads_back_what_it_wrote() {
    for history in [
        Vec::new(),
        cart(),
        parked_order(),
        placed_order(),
        secured_order(),
        confirmed_order(),
        reversed_order(),
        cancelled_order(),
    ] {
        let state = given(history).state().clone();
        let text = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<Order>(&text).unwrap(), state);
    }
}
