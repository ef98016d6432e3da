//! Every error code with the developer's sentence: for the window's dictionaries, and for people.

use crate::Files;
use kernel::Coded;
use std::fmt::Write;
use std::path::PathBuf;

/// Codes of the file and the machine, which are no rejections.
const SYSTEM: &[(&str, &str)] = &[
    ("SYS-001", "the journal's file could not be read or written"),
    ("SYS-002", "the disk is full"),
    ("SYS-003", "the data folder cannot be written"),
    ("SYS-004", "this record needs a newer version of the program"),
    ("SYS-005", "this command was used for something else"),
    ("SYS-006", "the journal is damaged"),
    ("SYS-007", "the program made a mistake; nothing was stored"),
    ("SYS-010", "the SQLite inside is too old"),
    ("SYS-011", "the file was written by a newer version of the program"),
    ("SYS-012", "the file is no Minas POS journal, or its schema cannot be changed"),
    ("SYS-013", "the write-ahead log with the last of the sales is gone"),
];

/// Every code, by context.
pub fn codes() -> Vec<(&'static str, &'static str)> {
    let rejections = [
        catalog::Rejection::CODES,
        fiscal::Rejection::CODES,
        inventory::Rejection::CODES,
        orders::Rejection::CODES,
        payments::Rejection::CODES,
        pos::Rejection::CODES,
        pos::import::Rejection::CODES,
        pos::import::RowRejection::CODES,
        pricing::Rejection::CODES,
        staff::Rejection::CODES,
        store::Rejection::CODES,
        till::Rejection::CODES,
    ];
    let mut all: Vec<_> =
        rejections.iter().flat_map(|codes| codes.iter().map(|(code, text)| (code.0, *text))).collect();
    all.extend(SYSTEM);
    all.sort_unstable();
    all
}

pub fn typescript() -> String {
    let mut text = String::from("// This file is generated from the Rust code. Do not edit it.\n\n");
    text.push_str("/** Every error code with the developer's sentence. */\n");
    text.push_str("export const errorCodes: Record<string, string> = {\n");
    for (code, sentence) in codes() {
        writeln!(text, "\t'{code}': {},", serde_json::to_string(sentence).unwrap()).unwrap();
    }
    text.push_str("};\n");
    text
}

pub fn draw() -> Files {
    let mut text = String::from("# Error codes\n\nDrawn from the code by `cargo xtask codegen`.\n");
    text.push_str("A code never changes its meaning. What a cashier reads is in the window's dictionaries.\n\n");
    text.push_str("| code | what happened |\n|---|---|\n");
    for (code, sentence) in codes() {
        writeln!(text, "| {code} | {sentence} |").unwrap();
    }
    Files::from([(PathBuf::from("docs/errors.md"), text)])
}
