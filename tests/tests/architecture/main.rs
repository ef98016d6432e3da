//! The import rules of ARCHITECTURE.md, checked on the real workspace and proved to fire on forged ones.

mod graph;
mod lexer;
mod source;
mod workspace;

use graph::Package;

fn assert_none(violations: &[String]) {
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}

#[test]
fn no_crate_of_this_workspace_imports_what_its_tier_forbids() {
    let packages = workspace::packages();
    assert!(packages.iter().any(|package| package.name == "orders"), "the workspace was not read");
    assert_none(&graph::violations(&packages));
}

#[test]
fn no_source_file_of_this_workspace_breaks_its_tier() {
    let files = workspace::rust_files();
    assert!(files.iter().any(|(path, _)| path == "crates/kernel/src/money.rs"), "the sources were not read");
    let violations: Vec<_> = files.iter().flat_map(|(path, text)| source::violations(path, text)).collect();
    assert_none(&violations);
}

/// A small workspace that keeps every rule, with one import added.
fn with_import(folder: &str, import: &str) -> Vec<String> {
    let mut packages = vec![
        Package::new("kernel", "crates/kernel", &["serde"]),
        Package::new("contracts", "crates/contracts", &["kernel", "serde"]),
        Package::new("eventing", "crates/platform/eventing", &["kernel", "sqlx"]),
        Package::new("telemetry", "crates/platform/telemetry", &["tracing"]),
        Package::new("devices", "crates/platform/devices", &["tokio"]),
        Package::new("sync", "crates/platform/sync", &["kernel", "eventing"]),
        Package::new("orders", "crates/contexts/orders", &["kernel", "contracts", "eventing", "sqlx"]),
        Package::new("pricing", "crates/contexts/pricing", &["kernel", "contracts", "serde"]),
        Package::new(
            "pos",
            "crates/pos",
            &["kernel", "contracts", "devices", "eventing", "telemetry", "orders", "pricing", "tokio"],
        ),
        Package::new("cli", "crates/cli", &["pos", "kernel", "telemetry", "clap"]),
        Package::new("minas-pos", "src-tauri", &["pos", "kernel", "telemetry", "tauri"]),
        Package::new("tests", "tests", &["pos", "orders", "sqlx", "reqwest"]),
        Package::new("xtask", "xtask", &["clap"]),
    ];
    assert_none(&graph::violations(&packages));
    let changed = packages.iter_mut().find(|package| package.folder == folder).expect("a folder of the list above");
    changed.imports.push(import.to_owned());
    graph::violations(&packages)
}

#[test]
fn each_forbidden_import_is_named_with_its_reason() {
    let cases = [
        ("crates/kernel", "contracts", "kernel may not import contracts: kernel imports nothing of ours"),
        ("crates/kernel", "tokio", "kernel may not import tokio: not on the list for kernel"),
        ("crates/contracts", "eventing", "contracts may not import eventing: contracts import only kernel"),
        ("crates/contracts", "orders", "contracts may not import orders: contracts import only kernel"),
        ("crates/contracts", "sqlx", "contracts may not import sqlx: not on the list for contracts"),
        (
            "crates/contexts/orders",
            "pricing",
            "orders may not import pricing: a context hears of others through contracts",
        ),
        (
            "crates/contexts/orders",
            "telemetry",
            "orders may not import telemetry: of platform a context knows only eventing",
        ),
        (
            "crates/contexts/orders",
            "devices",
            "orders may not import devices: of platform a context knows only eventing",
        ),
        ("crates/contexts/orders", "pos", "orders may not import pos: imports point inwards"),
        ("crates/contexts/orders", "tauri", "orders may not import tauri: not on the list for contexts"),
        ("crates/contexts/orders", "tokio", "orders may not import tokio: not on the list for contexts"),
        ("crates/contexts/pricing", "eventing", "pricing may not import eventing: pricing only calculates"),
        ("crates/contexts/pricing", "sqlx", "pricing may not import sqlx: pricing only calculates"),
        ("crates/platform/eventing", "contracts", "eventing may not import contracts: platform knows no retail words"),
        ("crates/platform/eventing", "orders", "eventing may not import orders: platform knows no retail words"),
        ("crates/platform/eventing", "sync", "eventing may not import sync: platform imports only downward"),
        ("crates/platform/devices", "contracts", "devices may not import contracts: platform knows no retail words"),
        ("crates/platform/devices", "eventing", "devices may not import eventing: platform imports only downward"),
        ("crates/platform/eventing", "axum", "eventing may not import axum: only a shell speaks to the outside"),
        ("crates/pos", "cli", "pos may not import cli: imports point inwards"),
        ("crates/pos", "tauri", "pos may not import tauri: only a shell speaks to the outside"),
        ("crates/cli", "orders", "cli may not import orders: a shell knows only pos, kernel and telemetry"),
        ("crates/cli", "tauri", "cli may not import tauri: only src-tauri opens windows"),
        ("crates/cli", "sqlx", "cli may not import sqlx: a shell holds no SQL"),
        ("src-tauri", "devices", "minas-pos may not import devices: a shell knows only pos, kernel and telemetry"),
        ("src-tauri", "eventing", "minas-pos may not import eventing: a shell knows only pos, kernel and telemetry"),
        ("src-tauri", "rusqlite", "minas-pos may not import rusqlite: a shell holds no SQL"),
        ("src-tauri", "axum", "minas-pos may not import axum: no shell here is a server"),
    ];
    for (folder, import, expected) in cases {
        assert_eq!(with_import(folder, import), [expected], "{import} added to {folder}");
    }
}

#[test]
fn tests_and_tools_are_free_of_the_table() {
    for folder in ["tests", "xtask"] {
        assert_none(&with_import(folder, "eventing"));
    }
}

#[test]
fn a_crate_outside_the_table_is_refused_until_it_gets_a_row() {
    let stray = [Package::new("loyalty", "crates/loyalty", &[])];
    assert_eq!(graph::violations(&stray), ["loyalty lies in crates/loyalty, which has no row in the import table"]);
    let unordered = [Package::new("fax", "crates/platform/fax", &[])];
    assert_eq!(graph::violations(&unordered), ["fax has no place in the order of platform crates"]);
}

#[test]
fn each_broken_source_rule_is_named_with_its_line() {
    let cases = [
        (
            "crates/contexts/orders/src/order/place.rs",
            "use serde::Serialize;\nuse eventing::sqlx::Row;\n",
            "crates/contexts/orders/src/order/place.rs:2: `sqlx` belongs under src/views/",
        ),
        (
            "crates/contexts/till/src/policies.rs",
            "pub async fn react() {}",
            "crates/contexts/till/src/policies.rs:1: no `async` here: rules are pure",
        ),
        (
            "crates/kernel/src/money.rs",
            "\n\nasync fn add() {}",
            "crates/kernel/src/money.rs:3: no `async` here: rules are pure",
        ),
        (
            "crates/contracts/src/orders.rs",
            "fn f() { async {} }",
            "crates/contracts/src/orders.rs:1: no `async` here: rules are pure",
        ),
        (
            "src-tauri/src/commands.rs",
            "use sqlx::query;",
            "src-tauri/src/commands.rs:1: no SQL here: a shell only carries calls to pos",
        ),
        (
            "src-tauri/src/commands.rs",
            "const Q: &str = r#\"\n  select id from event\"#;",
            "src-tauri/src/commands.rs:1: no SQL here: a shell only carries calls to pos",
        ),
        (
            "crates/cli/src/stats.rs",
            "fn f() { run(\"PRAGMA quick_check\"); }",
            "crates/cli/src/stats.rs:1: no SQL here: a shell only carries calls to pos",
        ),
        (
            "src-tauri/src/commands.rs",
            "use pos::orders::Order;",
            "src-tauri/src/commands.rs:1: `pos::orders` reaches past pos::api into a context",
        ),
    ];
    for (path, text, expected) in cases {
        assert_eq!(source::violations(path, text), [expected], "in {text}");
    }
}

#[test]
fn words_in_comments_texts_and_tests_break_no_rule() {
    let cases = [
        ("crates/contexts/orders/src/views/carts.rs", "use sqlx::Row; pub async fn find() {}"),
        ("crates/contexts/orders/src/tests/place.rs", "use sqlx::Row; async fn given() {}"),
        (
            "crates/contexts/orders/src/order/mod.rs",
            "// Never async.\n/* sqlx /* nested */ sqlx */ const A: &str = \"async\";",
        ),
        ("crates/kernel/src/text.rs", "fn f<'a>(c: char) -> bool { c == '\"' || c == '\\'' } // async"),
        ("crates/platform/eventing/src/app.rs", "pub async fn open() { sqlx::query(\"SELECT 1\"); }"),
        ("src-tauri/src/commands.rs", "use pos::api::orders::AddLine; const A: &str = \"select a product\";"),
    ];
    for (path, text) in cases {
        assert_none(&source::violations(path, text));
    }
}
