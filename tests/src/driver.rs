//! WebKitWebDriver, and the protocol that it speaks.

use crate::display::{Display, Size};
use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take on a loaded machine before a test gives up.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// The driver's program.
pub const NAME: &str = "WebKitWebDriver";

/// How the protocol names an element in JSON.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A session with the program that runs in it. Both end when this is dropped.
pub struct Driver {
    process: Child,
    client: reqwest::Client,
    session: String,
    _display: Display,
}

impl Driver {
    /// Starts a program with these words in its environment, on a display of its own.
    pub async fn start(program: &Path, environment: &[(&str, &str)], size: Size) -> Result<Self> {
        Self::start_by(Command::new(NAME), program, environment, size).await
    }

    /// The same, with the driver started by a command that may give it another account.
    pub async fn start_by(
        mut driver: Command,
        program: &Path,
        environment: &[(&str, &str)],
        size: Size,
    ) -> Result<Self> {
        let display = Display::open()?;
        let port = free_port()?;
        let process = driver
            .arg(format!("--port={port}"))
            .env("DISPLAY", display.name())
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY")
            .envs(environment.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("WebKitWebDriver cannot be started; `cargo xtask test` installs it")?;
        let client = reqwest::Client::builder().timeout(PATIENCE * 2).build()?;
        let session = format!("http://127.0.0.1:{port}/session");
        let mut driver = Self { process, client, session, _display: display };
        wait_for_port(port)?;
        driver.begin(program, size).await?;
        Ok(driver)
    }

    async fn begin(&mut self, program: &Path, size: Size) -> Result<()> {
        let options = json!({ "binary": program, "args": [] });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let session = self.post("", &wanted).await?;
        let id = session["sessionId"].as_str().context("no session")?.to_owned();
        self.session = format!("{}/{id}", self.session);
        self.post("/timeouts", &json!({ "script": PATIENCE.as_millis() + 5_000 })).await?;
        self.resize(size).await
    }

    /// Makes the window this large.
    pub async fn resize(&self, size: Size) -> Result<()> {
        let rect = json!({ "x": 0, "y": 0, "width": size.width, "height": size.height });
        self.post("/window/rect", &rect).await?;
        Ok(())
    }

    /// The driver's process, above the program's.
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Asks the driver to do something.
    pub async fn post(&self, path: &str, body: &Value) -> Result<Value> {
        value(self.client.post(format!("{}{path}", self.session)).json(body).send().await?).await
    }

    /// Asks the driver for something.
    pub async fn get(&self, path: &str) -> Result<Value> {
        value(self.client.get(format!("{}{path}", self.session)).send().await?).await
    }

    /// Runs a script in the page and gives back what it hands to its last argument. The page's policy does not bind it.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/async", &json!({ "script": script, "args": arguments })).await
    }

    /// The id of an element that a script gave back.
    pub fn element(value: &Value) -> Option<&str> {
        value[ELEMENT].as_str()
    }

    /// Ends the session as a user closes a window, and waits until the driver has stopped.
    pub async fn end(mut self) -> Result<()> {
        value(self.client.delete(&self.session).send().await?).await?;
        self.process.kill()?;
        self.process.wait()?;
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

async fn value(reply: reqwest::Response) -> Result<Value> {
    let ok = reply.status().is_success();
    let mut answer: Value = reply.json().await?;
    let value = answer["value"].take();
    if ok { Ok(value) } else { Err(anyhow!("{}: {}", value["error"], value["message"])) }
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
