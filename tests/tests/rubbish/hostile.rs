//! Values that nobody in their right mind sends, and how they get into a request that was good.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// What happens to one place of a request.
#[derive(Debug, Clone)]
pub enum Harm {
    /// Something else stands there, of whatever kind.
    Replaced(Value),
    /// Something stands there that parses, and means no good.
    Meant(Meant),
    /// Nothing stands there.
    Removed,
    /// Something stands beside it that nobody asked for.
    Added(String, Value),
}

/// A value of the same kind as the good one.
#[derive(Debug, Clone)]
pub enum Meant {
    Number(i64),
    Words(String),
    /// One of the ids that the register knows, whatever it names.
    OtherId(usize),
    Flipped,
}

pub fn edge() -> impl Strategy<Value = i64> {
    const MAX: i64 = kernel::MAX_MINOR;
    let edges = vec![
        0,
        1,
        -1,
        2,
        999,
        1_000,
        1_001,
        4_999,
        10_000,
        49_999,
        99_999_000,
        99_999_001,
        100_000_000_000_000,
        100_000_000_000_001,
        MAX,
        MAX - 1,
        -MAX,
        MAX + 1,
        i64::MAX,
        i64::MIN,
        i64::MIN + 1,
        i64::from(i32::MAX),
        i64::from(u32::MAX),
        i64::from(u32::MAX) + 1,
        -100_000,
        1_000_000,
        1_000_001,
        -1_000_001,
        10_000_000,
    ];
    prop_oneof![3 => prop::sample::select(edges), 1 => any::<i64>(), 2 => -5_000_i64..50_000]
}

pub fn words() -> impl Strategy<Value = String> {
    let known = vec![
        String::new(),
        " ".to_owned(),
        "\0".to_owned(),
        "x".repeat(100_000),
        "é".repeat(201),
        "\u{202e}00.1".to_owned(),
        "\u{1b}p\0\u{19}".to_owned(),
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}".to_owned(),
        "👩‍👩‍👧".repeat(40),
        "'; DROP TABLE event; --".to_owned(),
        "%%_*\"NEAR(".to_owned(),
        "../../etc/passwd".to_owned(),
        "NaN".to_owned(),
        "1e999".to_owned(),
        "00000000-0000-0000-0000-000000000000".to_owned(),
        "ffffffff-ffff-ffff-ffff-ffffffffffff".to_owned(),
        "EUR".to_owned(),
        "JPY".to_owned(),
        "ZZZ".to_owned(),
        "amount".to_owned(),
        "rate".to_owned(),
        "manager".to_owned(),
    ];
    prop_oneof![3 => prop::sample::select(known), 1 => any::<String>(), 1 => "[ -~]{0,80}"]
}

fn anything() -> impl Strategy<Value = Value> {
    let nested = |depth: usize| (0..depth).fold(json!(1), |inner, _| json!([inner]));
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        edge().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words().prop_map(Value::from),
        prop::sample::select(vec![1, 2, 60, 120]).prop_map(nested),
        Just(json!({})),
        Just(json!([])),
        Just(json!({ "minor": 1, "currency": "EUR", "more": 1 })),
        Just(json!({ "kind": "rate", "rate": 10_000_001 })),
        Just(json!({ "kind": "amount", "amount": { "minor": -5, "currency": "EUR" } })),
        Just(json!({ "kind": "file", "path": "/dev/full" })),
        Just(json!({ "kind": "network", "host": "\u{0}", "port": 0 })),
    ]
}

pub fn harm() -> impl Strategy<Value = Harm> {
    let meant = prop_oneof![
        4 => edge().prop_map(Meant::Number),
        3 => words().prop_map(Meant::Words),
        2 => (0_usize..40).prop_map(Meant::OtherId),
        1 => Just(Meant::Flipped),
    ];
    prop_oneof![
        6 => meant.prop_map(Harm::Meant),
        2 => anything().prop_map(Harm::Replaced),
        1 => Just(Harm::Removed),
        1 => (words(), anything()).prop_map(|(name, value)| Harm::Added(name, value)),
    ]
}

/// Does harm to one place of a request; `place` chooses it. `ids` are those that the register knows.
pub fn hurt(request: &mut Value, place: usize, harm: &Harm, ids: &[String]) {
    let mut places = Vec::new();
    collect(request, String::new(), &mut places);
    let chosen = places.swap_remove(place % places.len());
    let Some(value) = request.pointer_mut(&chosen) else { return };
    match harm {
        Harm::Replaced(other) => *value = other.clone(),
        Harm::Meant(meant) => mean(value, meant, ids),
        Harm::Removed => remove(request, &chosen),
        Harm::Added(name, added) => {
            if let Some(fields) = value.as_object_mut() {
                fields.insert(name.clone(), added.clone());
            } else if let Some(items) = value.as_array_mut() {
                items.push(added.clone());
            }
        }
    }
}

fn mean(value: &mut Value, meant: &Meant, ids: &[String]) {
    match (meant, &value) {
        (Meant::Number(number), Value::Number(_)) => *value = json!(number),
        (Meant::Words(words), Value::String(_)) => *value = json!(words),
        (Meant::OtherId(chosen), Value::String(_)) if !ids.is_empty() => *value = json!(ids[chosen % ids.len()]),
        (Meant::Flipped, Value::Bool(is)) => *value = json!(!is),
        (Meant::Flipped, Value::Number(number)) => *value = json!(number.as_i64().map(i64::wrapping_neg)),
        _ => {}
    }
}

fn remove(request: &mut Value, pointer: &str) {
    let Some((parent, name)) = pointer.rsplit_once('/') else { return };
    match request.pointer_mut(parent) {
        Some(Value::Object(fields)) => drop(fields.remove(name)),
        Some(Value::Array(items)) => {
            if let Some(at) = name.parse::<usize>().ok().filter(|at| *at < items.len()) {
                items.remove(at);
            }
        }
        _ => {}
    }
}

/// Every place of a value, as JSON pointers; no name of ours needs an escape.
fn collect(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => named(fields, &at, places),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{at}/{index}"), places);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    places.push(at);
}

fn named(fields: &Map<String, Value>, at: &str, places: &mut Vec<String>) {
    for (name, field) in fields.iter().filter(|(name, _)| !name.contains(['/', '~'])) {
        collect(field, format!("{at}/{name}"), places);
    }
}
