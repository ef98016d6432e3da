//! What the window is built from gives a page nothing: no plugin, no capability, no way to run text as a script.

use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;

fn read(path: &str) -> Result<String> {
    std::fs::read_to_string(tests::project().join(path)).with_context(|| path.to_owned())
}

fn config(path: &str) -> Result<Value> {
    Ok(serde_json::from_str(&read(path)?)?)
}

#[test]
fn the_page_has_no_capability_and_no_global_handle() -> Result<()> {
    let capability = config("src-tauri/capabilities/counter.json")?;
    assert_eq!(capability["permissions"], serde_json::json!([]));
    assert_eq!(capability["windows"], serde_json::json!(["counter"]));
    let app = config("src-tauri/tauri.conf.json")?;
    let security = &app["app"]["security"];
    assert_eq!((&app["app"]["withGlobalTauri"], &security["freezePrototype"]), (&false.into(), &true.into()));
    assert_eq!(security["capabilities"], serde_json::json!(["counter"]));
    assert_eq!(security.get("assetProtocol"), None, "no file of the disk is a page's asset");
    assert_eq!(security.get("dangerousDisableAssetCspModification"), None);
    let capabilities = std::fs::read_dir(tests::project().join("src-tauri/capabilities"))?.count();
    assert_eq!(capabilities, 1);
    Ok(())
}

#[test]
fn the_policy_is_the_same_on_every_system_but_for_the_registers_own_door() -> Result<()> {
    let csp = |config: &Value| config["app"]["security"]["csp"].as_str().map(str::to_owned).context("there is one");
    let (own, windows) =
        (csp(&config("src-tauri/tauri.conf.json")?)?, csp(&config("src-tauri/tauri.windows.conf.json")?)?);
    assert_eq!(windows, own.replace("connect-src ipc:;", "connect-src ipc: http://ipc.localhost;"));
    assert!(own.starts_with("default-src 'none';"), "{own}");
    for hole in ["unsafe", "*", "http", "ws:", "wss:", "file:", "blob:", "asset:"] {
        assert!(!own.contains(hole), "{hole} in {own}");
    }
    Ok(())
}

/// What a manifest of the window brings that a page or a stranger at the keyboard could use.
fn holes(manifest: &str) -> Vec<&str> {
    let brings = |line: &&str| {
        let plugin = line.starts_with("tauri-plugin-") && !line.starts_with("tauri-plugin-single-instance");
        let tools = line.starts_with("tauri") && (line.contains("devtools") || line.contains("protocol-asset"));
        plugin || tools
    };
    manifest.lines().map(str::trim).filter(brings).collect()
}

#[test]
fn no_plugin_and_no_developer_tool_is_part_of_the_window() -> Result<()> {
    for manifest in ["Cargo.toml", "src-tauri/Cargo.toml"] {
        assert_eq!(holes(&read(manifest)?), Vec::<&str>::new(), "{manifest}");
    }
    let forged = "tauri = { version = \"2\", features = [\"devtools\"] }\ntauri-plugin-shell = \"2\"\nserde = \"1\"";
    assert_eq!(holes(forged).len(), 2);
    Ok(())
}

/// Where the page would run text as markup or as a script.
fn runs_text(source: &str) -> Vec<&str> {
    let ways = ["{@html", ".innerHTML", ".outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function("];
    source.lines().map(str::trim).filter(|line| ways.iter().any(|way| line.contains(way))).collect()
}

#[test]
fn the_page_runs_no_text() -> Result<()> {
    let mut files = 0;
    let mut folders = vec![tests::project().join("ui/src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if is_source(&path) {
                files += 1;
                let text = std::fs::read_to_string(&path)?;
                assert_eq!(runs_text(&text), Vec::<&str>::new(), "{}", path.display());
            }
        }
    }
    assert!(files > 100, "{files} files were read");
    assert_eq!(runs_text("<b>{@html name}</b>\n<b>{name}</b>"), ["<b>{@html name}</b>"]);
    Ok(())
}

fn is_source(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    (name.ends_with(".svelte") || name.ends_with(".ts")) && !name.ends_with(".test.ts")
}

/// Places of the project that a document names and that are not there.
fn lost(document: &str) -> Vec<&str> {
    let named = document.split('`').skip(1).step_by(2);
    let places = named.filter(|name| ["tests/", "crates/", "src-tauri/"].iter().any(|top| name.starts_with(top)));
    places.filter(|place| !tests::project().join(place).exists()).collect()
}

#[test]
fn every_test_that_the_threat_model_names_is_there() -> Result<()> {
    let document = read("SECURITY.md")?;
    assert_eq!(lost(&document), Vec::<&str>::new());
    assert_eq!(lost("by `tests/tests/security/gone.rs` and `minas`"), ["tests/tests/security/gone.rs"]);
    let folder = tests::project().join("tests/tests");
    for line in document.lines().filter(|line| line.starts_with("*security:") || line.starts_with("*window:")) {
        for part in line.trim_matches('*').split([';', '.']).map(str::trim) {
            let Some((place, modules)) = part.split_once(": ") else { continue };
            let place = folder.join(if place == "window" { "e2e" } else { "security" });
            for module in modules.split('`').skip(1).step_by(2) {
                assert!(place.join(format!("{module}.rs")).exists(), "{module} of {}", place.display());
            }
        }
    }
    Ok(())
}
