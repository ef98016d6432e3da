//! The real window, driven through WebKitWebDriver.

use crate::display::Display;
use anyhow::{Context, Result, anyhow, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take on a loaded machine before a test gives up.
const PATIENCE: Duration = Duration::from_mins(1);

/// How the protocol names an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Waits in the page, frame by frame, until a selector matches and the element is enabled.
const WAIT_FOR: &str = "\
const [selector, patience, done] = arguments;
const end = performance.now() + patience;
(function look() {
  const found = document.querySelector(selector);
  if (found && !found.disabled) done(found);
  else if (performance.now() > end) done(null);
  else requestAnimationFrame(look);
})();";

/// Waits until an element's text satisfies `includes`.
const WAIT_FOR_TEXT: &str = "\
const [selector, text, patience, done] = arguments;
const end = performance.now() + patience;
(function look() {
  const found = document.querySelector(selector);
  const seen = found ? found.innerText : '';
  if (seen.includes(text)) done(seen);
  else if (performance.now() > end) done({ missing: seen });
  else requestAnimationFrame(look);
})();";

/// Two frames, so that a picture shows what the document says.
const PAINTED: &str =
    "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";

/// The program under test, in a window.
pub struct Window {
    driver: Child,
    client: reqwest::Client,
    session: String,
    _display: Display,
}

impl Window {
    /// Starts the program on a data folder.
    pub async fn open(data_dir: &Path) -> Result<Self> {
        let display = Display::open()?;
        let port = free_port()?;
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", display.name())
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("MINAS_DATA_DIR", data_dir)
            .env("GDK_BACKEND", "x11")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("WebKitWebDriver cannot be started; `cargo xtask test` installs it")?;
        let client = reqwest::Client::builder().timeout(PATIENCE * 2).build()?;
        let mut window =
            Self { driver, client, session: format!("http://127.0.0.1:{port}/session"), _display: display };
        wait_for_port(port)?;
        window.begin().await?;
        Ok(window)
    }

    async fn begin(&mut self) -> Result<()> {
        let program = program()?;
        let options = json!({ "binary": program, "args": [] });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let session = self.call("", &wanted).await?;
        let id = session["sessionId"].as_str().context("no session")?.to_owned();
        self.session = format!("{}/{id}", self.session);
        let timeouts = json!({ "script": PATIENCE.as_millis() + 5_000 });
        self.call("/timeouts", &timeouts).await?;
        Ok(())
    }

    async fn call(&self, path: &str, body: &Value) -> Result<Value> {
        let reply = self.client.post(format!("{}{path}", self.session)).json(body).send().await?;
        Self::value(reply).await
    }

    async fn value(reply: reqwest::Response) -> Result<Value> {
        let ok = reply.status().is_success();
        let mut answer: Value = reply.json().await?;
        let value = answer["value"].take();
        if ok { Ok(value) } else { Err(anyhow!("{}: {}", value["error"], value["message"])) }
    }

    /// Runs a script in the page and gives back what it hands to its last argument.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.call("/execute/async", &json!({ "script": script, "args": arguments })).await
    }

    /// The element that a selector finds, as soon as it is there and enabled.
    async fn find(&self, selector: &str) -> Result<String> {
        let found = self.run(WAIT_FOR, &[json!(selector), json!(PATIENCE.as_millis())]).await?;
        if let Some(id) = found[ELEMENT].as_str() {
            return Ok(id.to_owned());
        }
        let page = self.run("arguments[0](document.body.innerText)", &[]).await?;
        bail!("nothing matches {selector}; the page says: {page}")
    }

    /// Taps.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let id = self.find(selector).await?;
        self.call(&format!("/element/{id}/click"), &json!({})).await?;
        Ok(())
    }

    /// Types into an element.
    pub async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let id = self.find(selector).await?;
        self.call(&format!("/element/{id}/value"), &json!({ "text": text })).await?;
        Ok(())
    }

    /// Presses keys on whatever has the focus, as fast as a scanner does.
    pub async fn keys(&self, text: &str) -> Result<()> {
        let press = |key: char| {
            [
                json!({ "type": "keyDown", "value": key.to_string() }),
                json!({ "type": "keyUp", "value": key.to_string() }),
            ]
        };
        let actions: Vec<Value> = text.chars().flat_map(press).collect();
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.call("/actions", &body).await?;
        Ok(())
    }

    /// The text of an element once it includes `part`.
    pub async fn text_with(&self, selector: &str, part: &str) -> Result<String> {
        let seen = self.run(WAIT_FOR_TEXT, &[json!(selector), json!(part), json!(PATIENCE.as_millis())]).await?;
        match seen.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => bail!("{selector} never said {part:?}, but {}", seen["missing"]),
        }
    }

    /// A picture of the window, written to `path`.
    pub async fn picture(&self, path: &Path) -> Result<()> {
        self.run(PAINTED, &[]).await?;
        let reply = self.client.get(format!("{}/screenshot", self.session)).send().await?;
        let png = Self::value(reply).await?;
        std::fs::create_dir_all(path.parent().context("a picture lies in a folder")?)?;
        std::fs::write(path, BASE64_STANDARD.decode(png.as_str().context("no picture")?)?)?;
        Ok(())
    }

    /// Closes the window as a user would, and waits until the program has stopped.
    pub async fn close(mut self) -> Result<()> {
        let reply = self.client.delete(&self.session).send().await?;
        Self::value(reply).await?;
        self.driver.kill()?;
        self.driver.wait()?;
        Ok(())
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The built program, beside the tests' own.
fn program() -> Result<PathBuf> {
    let tests = std::env::current_exe()?;
    let folder = tests.parent().and_then(Path::parent).context("tests are built into a folder")?;
    let program = folder.join(format!("minas-pos{}", std::env::consts::EXE_SUFFIX));
    if program.exists() { Ok(program) } else { bail!("{} is not built; run `cargo xtask test`", program.display()) }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// The driver does not say when it listens: it is asked until it answers.
fn wait_for_port(port: u16) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if Instant::now() > end {
            bail!("WebKitWebDriver does not listen");
        }
        std::thread::yield_now();
    }
    Ok(())
}
