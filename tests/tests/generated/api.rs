//! Pages of the API: what can be asked, what is answered, what is recorded.

use crate::{Files, bindings};
use std::fmt::Write;
use std::path::{Path, PathBuf};

pub fn draw() -> Files {
    Files::from([
        (PathBuf::from("docs/api/commands.md"), types("Requests", "requests")),
        (PathBuf::from("docs/api/queries.md"), types("Answers", "words")),
        (PathBuf::from("docs/api/events.md"), events()),
    ])
}

/// The TypeScript form of every struct and enum that the files of a folder of the API declare, in their order.
fn types(title: &str, folder: &str) -> String {
    let folder = tests::project().join("crates/pos/src/api").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let source: String = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let drawn = bindings::draw();
    let mut text = format!("# {title}\n\nDrawn from the code by `cargo xtask codegen`.\n");
    text.push_str("Ids are UUIDs as text; money is in whole minor units; times are milliseconds since 1970 UTC.\n");
    for line in source.lines() {
        let Some(name) = declared(line) else { continue };
        let path = Path::new("ui/src/lib/bindings/pos").join(format!("{name}.ts"));
        let Some(binding) = drawn.get(&path) else { continue };
        let body: String = binding
            .lines()
            .filter(|line| !line.starts_with("import ") && !line.starts_with("// "))
            .fold(String::new(), |body, line| body + line + "\n");
        write!(text, "\n## {name}\n\n```ts\n{}\n```\n", body.trim()).unwrap();
    }
    text
}

/// The name that a line declares: `pub struct Name` or, within the macro of requests, `Name {`.
fn declared(line: &str) -> Option<&str> {
    let line = line.trim();
    let rest = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum ")).unwrap_or(line);
    let name = rest.strip_suffix(" {")?;
    let is_name = name.chars().next().is_some_and(char::is_uppercase) && name.chars().all(char::is_alphanumeric);
    is_name.then_some(name)
}

fn events() -> String {
    let app = pos::app();
    let versions = app.facts();
    let mut text = String::from("# Events\n\nDrawn from the code by `cargo xtask codegen`.\n");
    text.push_str("A stored name and its versions are for ever; an example of each lies in `tests/golden/events`.\n");
    for (kind, recorded) in app.streams() {
        write!(text, "\n## `{kind}`\n\n| event | version | heard by |\n|---|---|---|\n").unwrap();
        for event_type in recorded {
            let version = versions.iter().find(|(known, _)| known == event_type).map_or(0, |(_, version)| *version);
            let routes = app.routes();
            let heard: Vec<String> = routes
                .iter()
                .filter(|route| route.listens_to == *event_type)
                .map(|route| format!("`{}`", route.policy))
                .collect();
            writeln!(text, "| `{event_type}` | {version} | {} |", heard.join(", ")).unwrap();
        }
    }
    text
}
