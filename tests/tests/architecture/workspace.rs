//! Reads the real workspace.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::graph::Package;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    name: String,
    manifest_path: PathBuf,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// None for a normal dependency.
    kind: Option<String>,
}

/// The crates of the workspace with their normal and build dependencies.
// The few fields are read here, because the crate cargo_metadata switches on a feature of serde_json,
// and then the tests would share no compiled dependency with the program.
pub fn packages() -> Vec<Package> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let metadata = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo starts");
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    let metadata: Metadata = serde_json::from_slice(&metadata.stdout).expect("cargo's own JSON");
    metadata.packages.into_iter().map(package).collect()
}

fn package(listed: Listed) -> Package {
    let shipped = listed.dependencies.into_iter().filter(|it| it.kind.as_deref() != Some("dev"));
    Package {
        name: listed.name,
        folder: relative(listed.manifest_path.parent().expect("a manifest lies in a folder")),
        imports: shipped.map(|it| it.name).collect(),
    }
}

/// Path and text of each Rust file outside target.
pub fn rust_files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in ["crates", "src-tauri/src"] {
        collect(&root().join(folder), &mut files);
    }
    files
}

fn collect(folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push((relative(&path), fs::read_to_string(&path).expect("a readable source file")));
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the top folder").to_path_buf()
}

fn relative(path: &Path) -> String {
    let inner = path.strip_prefix(root()).expect("a path of this workspace");
    inner.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
