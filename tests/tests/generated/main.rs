//! Files that are drawn from the code: compared here, and written by `cargo xtask codegen`.

#![expect(clippy::unwrap_used, reason = "a file that cannot be drawn fails the test, and says where")]

mod api;
mod bindings;
mod errors;
mod sagas;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files by their path within the project.
type Files = BTreeMap<PathBuf, String>;

/// Compares the files, or writes them. A file in `folder` that nobody draws any more is an offence too.
fn settle(files: &Files, folder: Option<&str>) {
    let project = tests::project();
    let mut stale: Vec<String> = Vec::new();
    for (path, text) in files {
        let full = project.join(path);
        if std::fs::read_to_string(&full).is_ok_and(|found| found == *text) {
            continue;
        }
        if tests::updates() {
            std::fs::create_dir_all(full.parent().unwrap()).unwrap();
            std::fs::write(&full, text).unwrap();
        } else {
            stale.push(path.display().to_string());
        }
    }
    for path in folder.map(|folder| files_below(&project, Path::new(folder))).unwrap_or_default() {
        if !files.contains_key(&path) {
            if tests::updates() {
                std::fs::remove_file(project.join(&path)).unwrap();
            } else {
                stale.push(format!("{} is drawn from nothing", path.display()));
            }
        }
    }
    assert!(stale.is_empty(), "run `cargo xtask codegen`: {stale:#?}");
}

fn files_below(project: &Path, folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(project.join(folder)) else { return Vec::new() };
    let paths = entries.map(|entry| folder.join(entry.unwrap().file_name()));
    paths.flat_map(|path| if project.join(&path).is_dir() { files_below(project, &path) } else { vec![path] }).collect()
}

#[test]
fn typescript_bindings_are_fresh() {
    settle(&bindings::draw(), Some("ui/src/lib/bindings"));
}

#[test]
fn the_list_of_error_codes_is_fresh() {
    settle(&errors::draw(), None);
}

#[test]
fn no_code_means_two_things() {
    let mut seen = BTreeMap::new();
    for (code, text) in errors::codes() {
        assert_eq!(seen.insert(code, text), None, "{code} is used twice");
    }
}

#[test]
fn the_graph_of_sagas_is_fresh() {
    settle(&sagas::draw(), None);
}

#[test]
fn the_pages_of_the_api_are_fresh() {
    settle(&api::draw(), None);
}
