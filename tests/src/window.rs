//! The real window, as somebody at the counter uses it.

use crate::display::Size;
use crate::driver::{self, Driver, ELEMENT, PATIENCE};
use crate::processes;
use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Keys as the protocol writes them.
pub const ENTER: char = '\u{E007}';
pub const ESCAPE: char = '\u{E00C}';
pub const F2: char = '\u{E032}';
pub const F8: char = '\u{E038}';
pub const F9: char = '\u{E039}';
pub const F12: char = '\u{E03C}';

/// Waits in the page, frame by frame, until `ready` gives something for the element that a selector finds.
const WAIT: &str = "\
const [selector, text, patience, done] = arguments;
const ready = READY;
const end = performance.now() + patience;
(function look() {
  const seen = ready(document.querySelector(selector));
  if (seen !== undefined) done(seen);
  else if (performance.now() > end) done({ missing: document.querySelector(selector)?.innerText ?? null });
  else requestAnimationFrame(look);
})();";

/// A person's keys follow each other no faster.
const KEY_GAP_MS: u64 = 45;

/// Two frames, so that a picture shows what the document says.
const PAINTED: &str =
    "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";

/// The end of the page, where the cart is.
const PAGE_END: &str = "arguments[0](document.body.innerText.replace(/\\n+/g, ' · ').slice(-600));";

/// Waits until the page keeps up with its frames: keys that it hands on late are no burst any more.
const QUIET: &str = "\
const done = arguments[0];
let [last, calm] = [performance.now(), 0];
(function look() {
  const now = performance.now();
  calm = now - last < 40 ? calm + 1 : 0;
  last = now;
  if (calm < 4) requestAnimationFrame(look); else done(true);
})();";

const FOCUS: &str = "const [selector, done] = arguments; document.querySelector(selector).focus(); done(true);";

const COUNT: &str = "const [selector, done] = arguments; done(document.querySelectorAll(selector).length);";

/// What a screen reader or a keyboard would stumble on, of the two grave kinds.
const AXE: &str = "\
const done = arguments[0];
axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
), (error) => done([String(error)]));";

/// The program under test, in a window.
pub struct Window {
    driver: Driver,
}

impl Window {
    /// Starts the program on a data folder, on the usual counter screen.
    pub async fn open(data_dir: &Path) -> Result<Self> {
        Self::open_at(data_dir, Size::COUNTER).await
    }

    /// Starts the program on a data folder, in a window of this size.
    pub async fn open_at(data_dir: &Path, size: Size) -> Result<Self> {
        let folder = data_dir.to_string_lossy();
        // The pages' own clock and language must not depend on the machine of the test.
        let environment = [("MINAS_DATA_DIR", folder.as_ref()), ("TZ", "Europe/Athens"), ("LANG", "en_US.UTF-8")];
        Ok(Self { driver: Driver::start(&program()?, &environment, size).await? })
    }

    /// Starts an installed program as somebody who has this home. The data folder is wherever the program puts it.
    ///
    /// # Errors
    /// Where `setpriv` is missing and another account is wanted.
    pub async fn open_installed(program: &Path, home: &Path, account: Option<&str>) -> Result<Self> {
        let mut driver = Command::new(account.map_or(driver::NAME, |_| "setpriv"));
        if let Some(account) = account {
            driver.args([&format!("--reuid={account}"), "--clear-groups", driver::NAME]);
        }
        for variable in ["MINAS_DATA_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"] {
            driver.env_remove(variable);
        }
        let folder = home.to_string_lossy();
        let environment = [("HOME", folder.as_ref()), ("TZ", "Europe/Athens"), ("LANG", "en_US.UTF-8")];
        Ok(Self { driver: Driver::start_by(driver, program, &environment, Size::COUNTER).await? })
    }

    /// Makes the window this large.
    pub async fn resize(&self, size: Size) -> Result<()> {
        self.driver.resize(size).await
    }

    /// Runs a script in the page and gives back what it hands to its last argument.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.driver.run(script, arguments).await
    }

    async fn wait(&self, selector: &str, text: &str, ready: &str) -> Result<Value> {
        let script = WAIT.replace("READY", ready);
        let seen = self.run(&script, &[json!(selector), json!(text), json!(PATIENCE.as_millis())]).await?;
        if seen.get("missing").is_none() {
            return Ok(seen);
        }
        let page = self.run(PAGE_END, &[]).await?;
        let picture = crate::project().join(format!("target/screens/failed-{}.png", std::process::id()));
        self.picture(&picture).await?;
        let missing = &seen["missing"];
        bail!("{selector} {text:?} never came; it says {missing}; the page ends: {page}; see {}", picture.display())
    }

    /// The element that a selector finds, as soon as it is there and enabled.
    async fn find(&self, selector: &str) -> Result<String> {
        let found = self.wait(selector, "", "(found) => found && !found.disabled ? found : undefined").await?;
        Ok(Driver::element(&found).context("no element")?.to_owned())
    }

    /// Waits until something matches.
    pub async fn see(&self, selector: &str) -> Result<()> {
        self.find(selector).await.map(drop)
    }

    /// Waits until nothing matches.
    pub async fn see_gone(&self, selector: &str) -> Result<()> {
        self.wait(selector, "", "(found) => found ? undefined : true").await.map(drop)
    }

    /// The text of an element once it includes `part`.
    pub async fn text_with(&self, selector: &str, part: &str) -> Result<String> {
        let ready = "(found) => found && (found.innerText.includes(text) || found.value?.includes(text)) \
                     ? found.innerText : undefined";
        let seen = self.wait(selector, part, ready).await?;
        Ok(seen.as_str().unwrap_or_default().to_owned())
    }

    /// How many elements match now.
    pub async fn count(&self, selector: &str) -> Result<u64> {
        Ok(self.run(COUNT, &[json!(selector)]).await?.as_u64().unwrap_or_default())
    }

    /// Taps.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let id = self.find(selector).await?;
        let clicked = self.driver.post(&format!("/element/{id}/click"), &json!({})).await;
        clicked.with_context(|| format!("a tap on {selector}")).map(drop)
    }

    /// Two taps, faster than anything answers.
    pub async fn double_tap(&self, selector: &str) -> Result<()> {
        let id = self.find(selector).await?;
        let there = json!({ "type": "pointerMove", "origin": { ELEMENT: id }, "x": 0, "y": 0 });
        let (down, up) = (json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 }));
        let finger = json!({ "type": "pointer", "id": "finger", "parameters": { "pointerType": "mouse" },
            "actions": [there, down, up, down, up] });
        self.driver.post("/actions", &json!({ "actions": [finger] })).await?;
        Ok(())
    }

    /// Gives the focus to an element.
    pub async fn focus(&self, selector: &str) -> Result<()> {
        self.find(selector).await?;
        self.run(FOCUS, &[json!(selector)]).await.map(drop)
    }

    /// Types into an element, as slowly as a person: faster keys are a scan.
    pub async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        self.focus(selector).await?;
        let rest = json!({ "type": "pause", "duration": KEY_GAP_MS });
        let actions: Vec<Value> = text.chars().flat_map(press).flat_map(|key| [rest.clone(), key]).collect();
        self.act(actions).await
    }

    /// Presses keys, one after the other, on whatever has the focus.
    pub async fn keys(&self, text: &str) -> Result<()> {
        self.act(text.chars().flat_map(press).collect()).await
    }

    async fn act(&self, actions: Vec<Value>) -> Result<()> {
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.driver.post("/actions", &body).await.map(drop)
    }

    /// A code as a scanner sends it, to whatever has the focus: in one go, ended by Enter.
    pub async fn scan(&self, code: &str) -> Result<()> {
        self.run(QUIET, &[]).await?;
        let focused = self.driver.get("/element/active").await?;
        let id = Driver::element(&focused).context("nothing has the focus")?;
        let sent =
            self.driver.post(&format!("/element/{id}/value"), &json!({ "text": format!("{code}{ENTER}") })).await;
        sent.with_context(|| format!("a scan of {code}")).map(drop)
    }

    /// A picture of the window, written to `path`.
    pub async fn picture(&self, path: &Path) -> Result<()> {
        self.run(PAINTED, &[]).await?;
        let png = self.driver.get("/screenshot").await?;
        std::fs::create_dir_all(path.parent().context("a picture lies in a folder")?)?;
        std::fs::write(path, BASE64_STANDARD.decode(png.as_str().context("no picture")?)?)?;
        Ok(())
    }

    /// What keeps people out of the screen as it stands, of the serious and critical kinds.
    pub async fn barriers(&self) -> Result<Vec<String>> {
        let source = crate::project().join("ui/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(&source).context("axe-core is not installed; run `cargo xtask test`")?;
        self.run(&format!("{source}; arguments[0](true);"), &[]).await?;
        let found = self.run(AXE, &[]).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// The program's process.
    pub fn pid(&self) -> Result<u32> {
        processes::find(self.driver.pid(), PROGRAM).context("the program does not run")
    }

    /// Kills the program as a power cut does: nothing is told, nothing is written.
    pub fn kill(self) -> Result<()> {
        let killed = Command::new("kill").args(["-9", &self.pid()?.to_string()]).status()?;
        if killed.success() { Ok(()) } else { bail!("kill: {killed}") }
    }

    /// Closes the window as a user would, and waits until the program has stopped.
    pub async fn close(self) -> Result<()> {
        self.driver.end().await
    }
}

fn press(key: char) -> [Value; 2] {
    ["keyDown", "keyUp"].map(|way| json!({ "type": way, "value": key.to_string() }))
}

const PROGRAM: &str = "minas-pos";

/// The built program: beside ours, or above the folder of the tests' own.
fn program() -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    let mut places = own.ancestors().skip(1).take(2).map(|folder| folder.join(&name));
    places.find(|place| place.exists()).with_context(|| format!("{name} is not built; run `cargo xtask test`"))
}
