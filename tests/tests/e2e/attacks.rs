//! A script in the page reaches no file, no shell and no network, and does not leave the page. A listener on this
//! machine sees whether anything came out.

use crate::support::{CASHIER, Demo};
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use std::io::{ErrorKind, Read};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::path::PathBuf;
use tests::window::Window;

/// How long each attempt may take to get through, in milliseconds.
const PATIENCE_MS: u64 = 400;

/// What a script left behind would be called.
const STOLEN: &str = "minas-stolen";

/// What the policy must have said no to, whatever else it did.
const DIRECTIVES: [&str; 8] =
    ["connect-src", "img-src", "script-src", "style-src", "font-src", "media-src", "frame-src", "base-uri"];

#[derive(Deserialize)]
struct Said {
    outcomes: Vec<(String, String)>,
    violations: Vec<String>,
}

/// Where something would arrive.
struct Outside {
    tcp: TcpListener,
    udp: UdpSocket,
}

impl Outside {
    fn listen() -> Result<Self> {
        let (tcp, udp) = (TcpListener::bind(("127.0.0.1", 0))?, UdpSocket::bind(("127.0.0.1", 0))?);
        tcp.set_nonblocking(true)?;
        udp.set_nonblocking(true)?;
        Ok(Self { tcp, udp })
    }

    /// What everybody said who knocked.
    fn knocks(&self) -> Result<Vec<String>> {
        let mut knocks = Vec::new();
        let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).lines().next().unwrap_or_default().to_owned();
        let mut bytes = [0; 256];
        loop {
            match self.tcp.accept() {
                Ok((mut stream, _)) => {
                    stream.set_nonblocking(true)?;
                    knocks.push(stream.read(&mut bytes).map_or("nothing".to_owned(), |length| said(&bytes[..length])));
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) => return Err(error.into()),
            }
        }
        while let Ok(length) = self.udp.recv(&mut bytes) {
            knocks.push(said(&bytes[..length]));
        }
        Ok(knocks)
    }
}

/// Where a browser would put what it downloads.
fn stolen() -> BTreeSet<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let places = [home.join("Downloads"), home, PathBuf::from("."), std::env::temp_dir()];
    let entries = places.iter().filter_map(|place| std::fs::read_dir(place).ok()).flatten().flatten();
    let named = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().contains(STOLEN));
    entries.map(|entry| entry.path()).filter(named).collect()
}

#[tokio::test]
async fn a_script_in_the_page_gets_nowhere() -> Result<()> {
    let demo = Demo::new().await?;
    let outside = Outside::listen()?;
    let port = outside.tcp.local_addr()?.port();
    TcpStream::connect(("127.0.0.1", port))?;
    assert_eq!(outside.knocks()?.len(), 1, "the listener hears");
    let secret = demo.folder().join("secret.txt");
    std::fs::write(&secret, "a secret of the disk")?;
    let before = stolen();

    let window = Window::open(demo.folder()).await?;
    window.text_with("body", CASHIER.0).await?;
    let arguments = [json!(port), json!(outside.udp.local_addr()?.port()), json!(secret), json!(PATIENCE_MS)];
    let said = window.run(include_str!("attacks.js"), &arguments).await?;
    let Said { outcomes, violations } = serde_json::from_value(said)?;
    assert!(outcomes.len() > 100, "{} attempts", outcomes.len());
    let through: Vec<_> = outcomes.iter().filter(|(_, outcome)| outcome.contains("GOT THROUGH")).collect();
    assert!(through.is_empty(), "{through:#?}");
    let came = outside.knocks()?;
    assert!(came.is_empty(), "something came out: {came:?}; the page says {outcomes:#?}");
    for directive in DIRECTIVES {
        let named = violations.iter().any(|violation| violation.starts_with(directive));
        assert!(named, "{directive} said no to nothing: {violations:?}; {outcomes:#?}");
    }
    assert_eq!(stolen(), before, "a file was left behind");
    window.text_with("body", CASHIER.0).await.context("the page is still ours")?;
    window.close().await?;
    assert_eq!(outside.knocks()?, Vec::<String>::new(), "something came out at the end");
    Ok(())
}
