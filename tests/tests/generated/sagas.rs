//! The graph of event → policy → event, drawn from the registered policies.

use crate::Files;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

/// What a reader must know of a chain beside its arrows.
struct Chain {
    name: &'static str,
    starts: &'static str,
    compensation: &'static str,
    time_out: &'static str,
    tests: &'static str,
}

const CHAINS: &[Chain] = &[
    Chain {
        name: "Selling",
        starts: "orders.order.placed",
        compensation: "a short reservation reopens the order with its lines marked and holds nothing; a cancelled \
                       order releases its stock; tenders go back by an operator's act",
        time_out: "a placed order without a tender is given up after 30 minutes; one that holds money waits for a \
                   person",
        tests: "tests/tests/sagas, tests/features/order_saga.feature",
    },
    Chain {
        name: "Undoing",
        starts: "orders.order.reversed",
        compensation: "none: a reversal is itself the compensation of a confirmed order",
        time_out: "none: it is one commit",
        tests: "tests/tests/sagas",
    },
];

pub fn draw() -> Files {
    let app = pos::app();
    let mut text = String::from("# Sagas\n\nDrawn from the registered policies by `cargo xtask codegen`.\n");
    text.push_str("An arrow reads: when this is recorded, that policy may record the next.\n");
    text.push_str(
        "Everything in one picture commits together with the gesture that began it.\n\n```mermaid\nflowchart TD\n",
    );
    let mut drawn = BTreeSet::new();
    for route in app.routes() {
        for recorded in route.records {
            let (_, policy) = route.policy.split_once('.').unwrap_or(("", route.policy));
            drawn.insert(format!(
                "    {}[{}] -->|{}| {}[{}]\n",
                node(route.listens_to),
                route.listens_to,
                policy,
                node(recorded),
                recorded
            ));
        }
    }
    text.extend(drawn);
    text.push_str("```\n\n## Policies\n\n| when | policy | may record |\n|---|---|---|\n");
    for route in app.routes() {
        writeln!(text, "| `{}` | `{}` | `{}` |", route.listens_to, route.policy, route.records.join("`, `")).unwrap();
    }
    text.push_str("\n## Chains\n\n| chain | begins with | way back | time-out | tests |\n|---|---|---|---|---|\n");
    for chain in CHAINS {
        let heard = app.routes().iter().any(|route| route.listens_to == chain.starts);
        assert!(heard, "{} begins with {}, which nobody hears", chain.name, chain.starts);
        for file in chain.tests.split(", ") {
            assert!(tests::project().join(file).exists(), "{file} does not exist");
        }
        let Chain { name, starts, compensation, time_out, tests } = chain;
        writeln!(text, "| {name} | `{starts}` | {compensation} | {time_out} | {tests} |").unwrap();
    }
    Files::from([(PathBuf::from("docs/sagas.md"), text)])
}

fn node(event_type: &str) -> String {
    event_type.replace('.', "_")
}
