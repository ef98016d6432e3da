//! Which crate may import which: a pure function over names, so that forged workspaces can be judged too.

/// A crate, where it lies, and what its shipped code imports (dev-dependencies are free).
pub struct Package {
    pub name: String,
    /// Relative to the top folder, with `/`.
    pub folder: String,
    pub imports: Vec<String>,
}

impl Package {
    pub fn new(name: &str, folder: &str, imports: &[&str]) -> Self {
        Self { name: name.into(), folder: folder.into(), imports: imports.iter().map(|&it| it.into()).collect() }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tier {
    Kernel,
    Contracts,
    Context,
    Platform,
    Pos,
    Cli,
    Desktop,
    /// Tests and tools import what they need and ship nothing.
    Free,
}

/// Platform crates from the lowest up; each may import those before it.
const PLATFORM_ORDER: &[&str] = &["telemetry", "devices", "eventing", "sync"];

const KERNEL_MAY: &[&str] = &["serde", "serde_json", "thiserror", "ts-rs", "unicode-normalization", "uuid"];
const CONTRACTS_MAY: &[&str] = &["serde", "serde_json", "ts-rs"];
const CONTEXTS_MAY: &[&str] = &["serde", "serde_json", "sqlx", "thiserror", "ts-rs"];
const DATABASES: &[&str] = &["libsqlite3-sys", "rusqlite", "sqlx", "tokio-postgres"];
const SERVERS: &[&str] = &["actix-web", "axum", "warp"];

/// One sentence for each import that breaks the table.
pub fn violations(packages: &[Package]) -> Vec<String> {
    packages.iter().flat_map(|package| judge(package, packages)).collect()
}

fn judge(package: &Package, all: &[Package]) -> Vec<String> {
    let Package { name, folder, .. } = package;
    let Some(tier) = tier_of(folder) else {
        return vec![format!("{name} lies in {folder}, which has no row in the import table")];
    };
    if tier == Tier::Platform && height(name).is_none() {
        return vec![format!("{name} has no place in the order of platform crates")];
    }
    let refusal = |import: &String| {
        let ours = all.iter().find(|other| other.name == *import);
        let reason = match ours {
            Some(other) => refuse_ours(tier, name, tier_of(&other.folder)?, import),
            None => refuse_outside(tier, name, import),
        };
        reason.map(|reason| format!("{name} may not import {import}: {reason}"))
    };
    package.imports.iter().filter_map(refusal).collect()
}

fn tier_of(folder: &str) -> Option<Tier> {
    let parts: Vec<_> = folder.split('/').collect();
    match parts.as_slice() {
        ["crates", "kernel"] => Some(Tier::Kernel),
        ["crates", "contracts"] => Some(Tier::Contracts),
        ["crates", "contexts", _] => Some(Tier::Context),
        ["crates", "platform", _] => Some(Tier::Platform),
        ["crates", "pos"] => Some(Tier::Pos),
        ["crates", "cli"] => Some(Tier::Cli),
        ["src-tauri"] => Some(Tier::Desktop),
        ["tests" | "xtask", ..] => Some(Tier::Free),
        _ => None,
    }
}

fn height(platform: &str) -> Option<usize> {
    PLATFORM_ORDER.iter().position(|known| *known == platform)
}

#[expect(clippy::match_same_arms, reason = "the table is read from the top; merged arms would reorder it")]
fn refuse_ours(tier: Tier, name: &str, imported: Tier, import: &str) -> Option<&'static str> {
    use Tier::{Cli, Context, Contracts, Desktop, Free, Kernel, Platform, Pos};
    match (tier, imported) {
        (Free, _) => None,
        (Kernel, _) => Some("kernel imports nothing of ours"),
        (_, Kernel) => None,
        (Contracts, _) => Some("contracts import only kernel"),
        (Context | Pos, Contracts) | (Pos, Context | Platform) | (Cli | Desktop, Pos) => None,
        (Context, Context) => Some("a context hears of others through contracts"),
        (Context, Platform) if name == "pricing" => Some("pricing only calculates"),
        (Context, Platform) => (import != "eventing").then_some("of platform a context knows only eventing"),
        (Platform, Contracts | Context) => Some("platform knows no retail words"),
        (Platform, Platform) => (height(import) >= height(name)).then_some("platform imports only downward"),
        (Cli | Desktop, Platform) if import == "telemetry" => None,
        (Cli | Desktop, _) => Some("a shell knows only pos, kernel and telemetry"),
        (Context | Platform | Pos, Pos | Cli | Desktop | Free) => Some("imports point inwards"),
    }
}

fn refuse_outside(tier: Tier, name: &str, import: &str) -> Option<&'static str> {
    let window = import == "tauri" || import.starts_with("tauri-") || import == "wry";
    let server = SERVERS.contains(&import);
    let database = DATABASES.contains(&import);
    match tier {
        Tier::Kernel => (!KERNEL_MAY.contains(&import)).then_some("not on the list for kernel"),
        Tier::Contracts => (!CONTRACTS_MAY.contains(&import)).then_some("not on the list for contracts"),
        Tier::Context if name == "pricing" && database => Some("pricing only calculates"),
        Tier::Context => (!CONTEXTS_MAY.contains(&import)).then_some("not on the list for contexts"),
        Tier::Platform | Tier::Pos => (window || server).then_some("only a shell speaks to the outside"),
        Tier::Cli | Tier::Desktop if database => Some("a shell holds no SQL"),
        Tier::Cli | Tier::Desktop if server => Some("no shell here is a server"),
        Tier::Cli => window.then_some("only src-tauri opens windows"),
        Tier::Desktop | Tier::Free => None,
    }
}
