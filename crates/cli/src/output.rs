//! What reaches the person or the script: results on standard output, all else on standard error.

use clap::error::ErrorKind;
use kernel::Refusal;
use serde_json::{Value, json};
use std::io::{self, Write};
use std::process::ExitCode;

/// What a command came to.
pub(crate) struct Outcome {
    /// For a script.
    pub(crate) json: Value,
    /// For a person.
    pub(crate) text: String,
    /// Whether it is what was hoped for.
    pub(crate) verdict: Verdict,
}

/// Whether the exit code says success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Good,
    Bad,
}

impl Outcome {
    pub(crate) fn good(json: Value, text: String) -> Self {
        Self { json, text, verdict: Verdict::Good }
    }
}

/// Prints what came of a command, and gives back the exit code.
pub(crate) fn print(outcome: pos::Result<Outcome>, as_json: bool) -> ExitCode {
    match outcome {
        Ok(outcome) => {
            result(&if as_json { outcome.json.to_string() } else { outcome.text });
            match outcome.verdict {
                Verdict::Good => ExitCode::SUCCESS,
                Verdict::Bad => ExitCode::FAILURE,
            }
        }
        Err(error) => {
            refuse(&error.refusal(), as_json);
            ExitCode::FAILURE
        }
    }
}

/// Prints what is wrong with the command line itself, or the help that was asked for.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let asked_for = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if !asked_for && std::env::args_os().any(|argument| argument == "--json") {
        let why = error.to_string();
        let why = why.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        refuse(&pos::Error::from(pos::Rejection::BadRequest { why }).refusal(), true);
    } else if error.print().is_err() {
        return ExitCode::FAILURE;
    }
    if asked_for { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// A line for the person who waits.
pub(crate) fn note(line: &str) {
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(io::stderr(), "{line}");
}

fn refuse(refusal: &Refusal, as_json: bool) {
    let Refusal { code, params, text } = refusal;
    if as_json {
        result(&json!({ "error": { "code": code, "params": params, "text": text } }).to_string());
    }
    for error in params["errors"].as_array().into_iter().flatten() {
        note(&format!(
            "line {}, column {}: {} {}",
            error["line"],
            word(error, "column"),
            word(error, "code"),
            word(error, "reason")
        ));
    }
    match hint(code) {
        Some(hint) => note(&format!("{code} {text} ({hint})")),
        None => note(&format!("{code} {text}")),
    }
}

fn word<'a>(error: &'a Value, field: &str) -> &'a str {
    error[field].as_str().unwrap_or_default()
}

/// What to do next, where the code alone says it.
fn hint(code: &str) -> Option<&'static str> {
    Some(match code {
        "POS-003" => "open one with `minas init`, or name its folder with --data-dir",
        "POS-004" => "name another folder with --data-dir",
        "POS-012" => "close it first",
        "POS-013" => "give one with --manager-pin",
        "POS-018" => "put minas.db back, or restore a backup; a new shop needs an empty folder",
        "IMP-001" => "check the name and your rights",
        "IMP-003" => "save it as CSV in UTF-8, with commas",
        "IMP-004" => "the first line names the columns, with commas between them",
        "IMP-005" => "copy the file again",
        "IMP-006" => "mend those lines, or leave --strict out",
        "IMP-007" => "the same command goes on from there",
        "IMP-010" => "import the catalog first",
        "IMP-011" => "close that shift first",
        "SYS-002" => "free some space on the disk",
        "SYS-006" => "restore a backup",
        "SYS-011" => "update the program",
        "SYS-013" => "put minas.db-wal back; if it is lost, `minas restore` with minas.db goes on without it",
        _ => return None,
    })
}

fn result(line: &str) {
    // A reader that has seen enough closes the pipe; that is no failure of ours.
    let _ = writeln!(io::stdout(), "{line}");
}
