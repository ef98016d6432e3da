use super::views::{SECOND, Till};
use super::*;
use crate::{Cancel, NoteLine, NoteOrder, Park, Reopen, Resume, Reverse, VoidLine};

const WAITS: OrderId = OrderId(Uuid::from_u128(53));

fn park() -> OrderCommand {
    Park { label: Some("Anna".to_owned()), waiting: 0 }.into()
}

/// A file with an order in every state.
async fn day() -> Till {
    let till = Till::open().await;
    till.sell(ORDER).await;
    till.ask(ORDER, [Reverse { document: DOCUMENT, reason: "wrong".to_owned() }.into()]).await;
    till.fill(SECOND).await;
    let written = [
        NoteLine { line: LineNumber(1), note: Some("blue".to_owned()) }.into(),
        NoteOrder { note: Some("Friday".to_owned()) }.into(),
        park(),
        Resume.into(),
    ];
    till.ask(SECOND, written).await;
    till.place(SECOND).await;
    till.pay(SECOND).await;
    till.fill(WAITS).await;
    till.ask(WAITS, [park()]).await;
    let ends = [
        (50, vec![]),
        (51, vec![VoidLine { line: LineNumber(1) }.into()]),
        (52, vec![Cancel { reason: "left".to_owned(), holds_money: false }.into()]),
    ];
    for (n, commands) in ends {
        let order = OrderId(Uuid::from_u128(n));
        till.fill(order).await;
        till.place(order).await;
        till.ask(order, [Reopen { short: vec![short()] }.into()]).await;
        till.ask(order, commands).await;
    }
    till
}

/// A journal that the program could not have written: its own guards are taken off first.
async fn forged(from: &str, to: &str) -> Till {
    let till = day().await;
    till.bend("DROP TRIGGER event_is_never_changed").await;
    let forge = format!(
        "UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), '{from}', '{to}') AS BLOB) \
         WHERE type = 'orders.order.placed'"
    );
    till.bend(&forge).await;
    till
}

#[tokio::test]
async fn an_honest_file_has_no_offences() {
    assert_eq!(day().await.offences().await, []);
}

#[tokio::test]
async fn a_bent_state_is_found() {
    let till = day().await;
    till.bend("UPDATE orders_order SET state = 'confirmed' WHERE state = 'reversed'").await;
    assert_eq!(till.offences().await, [("orders stand where the journal left them", ORDER.to_string())]);
}

#[tokio::test]
async fn a_bent_total_and_a_bent_count_are_found() {
    for bend in [
        "UPDATE orders_order SET total_minor = 1 WHERE state = 'confirmed'",
        "UPDATE orders_order SET line_count = 9 WHERE state = 'confirmed'",
    ] {
        let till = day().await;
        till.bend(bend).await;
        assert_eq!(till.offences().await, [("orders stand where the journal left them", SECOND.to_string())]);
    }
}

#[tokio::test]
async fn a_missing_and_an_invented_order_are_found() {
    let till = day().await;
    till.bend("DELETE FROM orders_order WHERE state = 'confirmed'").await;
    let said = "orders say what was written on them";
    let offences = ["orders stand where the journal left them", said].map(|name| (name, SECOND.to_string()));
    assert_eq!(till.offences().await, offences);
    let till = day().await;
    till.bend(
        "INSERT INTO orders_order (order_id, state, opened_ms, opened_by, line_count) VALUES ('x', 'open', 0, 'y', 0)",
    )
    .await;
    assert_eq!(till.offences().await, [("orders stand where the journal left them", "x".to_owned())]);
}

#[tokio::test]
async fn a_bent_line_is_found() {
    for bend in [
        "UPDATE orders_line SET line_total_minor = 1 WHERE line = 1 AND order_id LIKE '%0b'",
        "DELETE FROM orders_line WHERE line = 2 AND order_id LIKE '%0b'",
    ] {
        let till = day().await;
        till.bend(bend).await;
        assert_eq!(till.offences().await, [("frozen lines are what was placed", SECOND.to_string())]);
    }
}

#[tokio::test]
async fn bent_words_are_found() {
    let (orders, lines) = ("orders say what was written on them", "lines say what was written on them");
    for (bend, offence) in [
        ("UPDATE orders_order SET note = 'Monday' WHERE note IS NOT NULL", (orders, SECOND)),
        ("UPDATE orders_order SET label = NULL WHERE state = 'parked'", (orders, WAITS)),
        ("UPDATE orders_order SET parked_ms = 1 WHERE state = 'parked'", (orders, WAITS)),
        ("UPDATE orders_line_note SET note = 'red'", (lines, SECOND)),
        ("DELETE FROM orders_line_note", (lines, SECOND)),
        (
            "UPDATE orders_order SET state = 'open' WHERE state = 'parked'",
            ("orders stand where the journal left them", WAITS),
        ),
    ] {
        let till = day().await;
        till.bend(bend).await;
        assert_eq!(till.offences().await, [(offence.0, offence.1.to_string())], "{bend}");
    }
}

#[tokio::test]
async fn a_sale_that_does_not_balance_is_found() {
    // The second line of the quote costs 20.00.
    let till = forged(r#""line_total":{"minor":2000"#, r#""line_total":{"minor":2001"#).await;
    let offenders: Vec<_> =
        till.offences().await.into_iter().filter(|o| o.0 == "confirmed orders balance").map(|o| o.1).collect();
    assert!(offenders.contains(&ORDER.to_string()) && offenders.contains(&SECOND.to_string()), "{offenders:?}");
}

#[tokio::test]
async fn a_sale_that_was_never_placed_is_found() {
    let till = day().await;
    till.bend("DROP TRIGGER event_is_never_changed").await;
    till.bend("UPDATE event SET type = 'orders.order.reopened' WHERE type = 'orders.order.placed'").await;
    let offences = till.offences().await;
    for order in [ORDER, SECOND] {
        assert!(offences.contains(&("every confirmed order was placed", order.to_string())), "{offences:?}");
    }
}
