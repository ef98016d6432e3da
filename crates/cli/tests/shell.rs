//! The binary as a script sees it: exit codes, one JSON object on standard output, all else on standard error.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const PIN: &str = "246810";

struct Shell {
    folder: TempDir,
}

impl Shell {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder to write to") }
    }

    /// An empty shop.
    fn with_shop() -> Self {
        let shell = Self::new();
        shell.json(&["init", "--empty", "--manager-pin", PIN]);
        shell
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut minas = Command::new(env!("CARGO_BIN_EXE_minas"));
        minas.arg("--data-dir").arg(self.path("data")).args(arguments).stdin(Stdio::null());
        minas.output().expect("the binary starts")
    }

    /// The one object of a command that works.
    #[track_caller]
    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[arguments, &["--json"]].concat());
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        object(&output)
    }

    /// The error of a command that does not.
    #[track_caller]
    fn refused(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[arguments, &["--json"]].concat());
        assert!(!output.status.success(), "{arguments:?} is refused");
        object(&output)["error"].clone()
    }
}

#[track_caller]
fn object(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("standard output is one JSON object")
}

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name);
    path.to_str().expect("the project's path is UTF-8").to_owned()
}

#[test]
fn without_a_pin_a_shop_is_refused_and_nobody_is_asked() {
    let shell = Shell::new();
    assert_eq!(shell.refused(&["init", "--empty"])["code"], "POS-013");
    assert!(!shell.path("data").join("minas.db").exists());
}

#[test]
fn a_shop_is_opened_once() {
    let shell = Shell::with_shop();
    assert_eq!(shell.refused(&["init", "--empty", "--manager-pin", PIN])["code"], "POS-004");
}

#[test]
fn a_short_pin_opens_no_shop() {
    assert_eq!(Shell::new().refused(&["init", "--empty", "--manager-pin", "12"])["code"], "STF-008");
}

#[test]
fn a_mistyped_folder_becomes_no_shop() {
    let shell = Shell::new();
    for command in ["verify", "rebuild", "stats"] {
        assert_eq!(shell.refused(&[command])["code"], "POS-003");
    }
    assert!(!shell.path("data").exists());
}

#[test]
fn a_command_line_that_does_not_parse_is_an_error_object_too() {
    let shell = Shell::new();
    let output = shell.run(&["sell", "--json"]);
    assert_eq!((output.status.code(), &object(&output)["error"]["code"]), (Some(2), &json!("POS-016")));
}

#[test]
fn without_json_an_error_is_a_line_on_standard_error() {
    let output = Shell::new().run(&["stats"]);
    assert!(output.stdout.is_empty());
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.starts_with("POS-003 there is no shop yet (open one with `minas init`"), "{text}");
}

#[test]
fn a_catalog_and_a_day_go_through_and_everything_holds() {
    let shell = Shell::with_shop();
    let imported = shell.json(&["import", "catalog", &fixture("catalog.csv")]);
    assert_eq!((&imported["rows"], &imported["added"], &imported["bad"]), (&json!(40), &json!(40), &json!(0)));
    let first = shell.json(&["replay", &fixture("day.csv")]);
    assert_eq!((&first["orders"], &first["net_minor"]), (&json!(5), &json!(9_879)));
    assert_eq!(first["tenders_minor"], json!({ "cash": 9_530, "coupon": 349 }));

    let again = shell.json(&["replay", &fixture("day.csv")]);
    assert_eq!((&again["events"], &again["net_minor"]), (&first["events"], &first["net_minor"]));
    assert_eq!(shell.json(&["verify"])["clean"], true);
    let rebuilt = shell.json(&["rebuild"]);
    let stats = shell.json(&["stats"]);
    assert_eq!(rebuilt["events"], stats["events"]);
    assert_eq!((&stats["products"], &stats["orders"]["confirmed"]), (&json!(40), &json!(5)));
    assert_eq!(shell.json(&["verify"])["clean"], true);
}

#[test]
fn bad_rows_are_listed_and_a_strict_import_takes_none() {
    let shell = Shell::with_shop();
    let file = shell.path("catalog.csv");
    std::fs::write(&file, "sku,name,price_minor,tax_rate_bp\n1,One,100,2400\n2,Two,cheap,2400\n").unwrap();
    let file = file.to_str().unwrap();
    let error = shell.refused(&["import", "catalog", file, "--strict"]);
    assert_eq!((&error["code"], &error["params"]["errors"][0]["line"]), (&json!("IMP-006"), &json!(3)));
    assert_eq!(shell.json(&["stats"])["products"], 0);

    let looked = shell.json(&["import", "catalog", file, "--dry-run"]);
    assert_eq!((&looked["dry_run"], &looked["added"], &looked["bad"]), (&json!(true), &json!(1), &json!(1)));
    let imported = shell.json(&["import", "catalog", file]);
    assert_eq!(imported["errors"][0]["column"], "price_minor");
    assert_eq!(shell.json(&["stats"])["products"], 1);
}

#[test]
fn a_backup_is_restored_beside_what_was_there() {
    let shell = Shell::with_shop();
    let backup = shell.path("backup.db");
    let backup = backup.to_str().unwrap();
    shell.json(&["backup", backup]);
    assert_eq!(shell.refused(&["backup", backup])["code"], "POS-014");
    shell.json(&["import", "catalog", &fixture("catalog.csv")]);

    let kept = shell.json(&["restore", backup])["kept"].as_str().unwrap().to_owned();
    assert!(Path::new(&kept).exists());
    assert_eq!(shell.json(&["stats"])["products"], 0);
    assert_eq!(shell.json(&["verify"])["clean"], true);

    let garbage = shell.path("garbage.db");
    std::fs::write(&garbage, "no database").unwrap();
    shell.refused(&["restore", garbage.to_str().unwrap()]);
    assert_eq!(shell.json(&["stats"])["products"], 0);
}

#[test]
fn a_tampered_file_is_found_and_its_first_bad_row_named() {
    let shell = Shell::with_shop();
    shell.json(&["import", "catalog", &fixture("catalog.csv")]);
    let file = shell.path("data").join("minas.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let (from, to) = (b"Umbrella", b"Umbrellb");
    let places: Vec<usize> = (0..bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    std::fs::write(&file, bytes).unwrap();
    let error = shell.refused(&["verify"]);
    assert_eq!(error["code"], "SYS-006");
    assert!(error["text"].as_str().unwrap().contains("its content does not match its hash"), "{error}");
}

#[test]
fn the_demo_needs_no_pin() {
    let shell = Shell::new();
    assert_eq!(shell.json(&["init", "--demo"])["shop"], "demo");
    assert_eq!(shell.json(&["verify"])["clean"], true);
}
