//! A shop that sells with the installed program, and what is done at its counter.

use crate::PROGRAM;
use crate::account::Account;
use crate::system::output;
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tests::taps::{self, CASHIER, MANAGER, by};
use tests::window::Window;

/// Where the program keeps a shop when nobody says anything.
const DATA: &str = ".local/share/minas-pos";

/// A telephone of the demo for 29.90, and the code of another for 229.00: together they may be paid in cash.
pub const DEMO_TILE: &str = "MK-0005";
const DEMO_CODE: &str = "2900000001114";
const DEMO_NAME: &str = "Redmi Note 13";

/// What the earlier version's shop has on its shelves.
pub const CHARGER: &str = "CHARGER";

/// An account's home, and the program.
pub struct Shop<'a> {
    account: &'a Account,
    programs: PathBuf,
    home: PathBuf,
}

/// What a program says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    Newer,
}

impl<'a> Shop<'a> {
    /// A new home without a shop.
    pub fn new(account: &'a Account, programs: &Path, name: &str) -> Result<Self> {
        Ok(Self { account, programs: programs.to_owned(), home: account.home(name)? })
    }

    /// Puts there what a version left behind.
    pub fn lay_out(&self, version: &str) -> Result<()> {
        tests::earlier::lay_out(version, &self.home.join(DATA))?;
        self.account.owns(&self.home)
    }

    /// Opens the window.
    pub async fn open(&self) -> Result<Window> {
        Window::open_installed(&self.programs.join(PROGRAM), &self.home, self.account.name()).await
    }

    fn command(&self, program: &str) -> Result<Command> {
        self.account.command(&self.programs.join(program), &self.home)
    }

    /// Both programs say this version, without a display.
    pub fn says_its_version(&self, version: &str) -> Result<()> {
        for program in [PROGRAM, "minas"] {
            let said = output(self.command(program)?.arg("--version"))?;
            ensure!(said.starts_with(&format!("{program} {version}")), "{program} says {said:?}, not {version}");
        }
        Ok(())
    }

    /// Everything holds, says `minas verify`.
    pub fn is_clean(&self) -> Result<()> {
        ensure!(self.verdict()? == Verdict::Clean, "the program does not know its own file");
        Ok(())
    }

    /// What the installed `minas verify` says, once the window that was closed has let the folder go.
    pub fn verdict(&self) -> Result<Verdict> {
        let end = Instant::now() + Duration::from_mins(1);
        let (verified, said) = loop {
            let verified = self.command("minas")?.args(["--json", "verify"]).output()?;
            let said = String::from_utf8_lossy(&verified.stdout).into_owned();
            if !said.contains("POS-012") || Instant::now() > end {
                break (verified, said);
            }
        };
        if verified.status.success() && said.contains("\"clean\":true") {
            return Ok(Verdict::Clean);
        }
        if said.contains("SYS-011") {
            return Ok(Verdict::Newer);
        }
        bail!("minas verify says {said}{}", String::from_utf8_lossy(&verified.stderr))
    }

    /// The data folder holds the same bytes before and after.
    pub fn is_left_alone_by(&self, act: impl FnOnce() -> Result<()>) -> Result<()> {
        let before = self.sums()?;
        ensure!(before.contains("minas.db"), "there is no shop in {}", self.home.display());
        act()?;
        ensure!(before == self.sums()?, "the shop's data changed");
        Ok(())
    }

    fn sums(&self) -> Result<String> {
        let mut find = Command::new("find");
        find.arg(self.home.join(DATA)).args(["-type", "f", "-exec", "sha256sum", "{}", "+"]);
        let mut lines: Vec<String> = output(&mut find)?.lines().map(str::to_owned).collect();
        lines.sort();
        Ok(lines.join("\n"))
    }
}

/// From the first page to an open shift of a demo.
pub async fn begin_demo(window: &Window) -> Result<()> {
    window.see(&by("first-run")).await?;
    window.click(&by("set-up-demo")).await?;
    taps::sign_on(window, CASHIER).await?;
    taps::open_shift(window).await
}

/// The cashier signs on where a shift is open.
pub async fn sign_on(window: &Window) -> Result<()> {
    taps::sign_on(window, CASHIER).await?;
    window.see(&by("tile")).await
}

/// The same after a crash, which the window tells of.
pub async fn sign_on_after_crash(window: &Window) -> Result<()> {
    taps::sign_on(window, CASHIER).await?;
    window.text_with(&by("unclean-stop"), "A-1").await?;
    window.click(&by("unclean-go-on")).await?;
    window.see(&by("tile")).await
}

/// A tile, a scan, and exact cash.
pub async fn tap_scan_and_pay(window: &Window, number: &str) -> Result<()> {
    tap(window, DEMO_TILE).await?;
    window.scan(DEMO_CODE).await?;
    window.text_with(&by("cart"), DEMO_NAME).await?;
    pay(window, number).await
}

/// One tile and exact cash.
pub async fn tap_and_pay(window: &Window, sku: &str, number: &str) -> Result<()> {
    tap(window, sku).await?;
    pay(window, number).await
}

async fn tap(window: &Window, sku: &str) -> Result<()> {
    window.click(&format!("{}[data-sku='{sku}']", by("tile"))).await?;
    window.see(&by("cart-line")).await
}

/// What somebody left on the counter is paid.
pub async fn pay_what_is_open(window: &Window, number: &str) -> Result<()> {
    window.see(&by("cart-line")).await?;
    pay(window, number).await?;
    window.click(&by("next-sale")).await?;
    window.see(&by("tile")).await
}

async fn pay(window: &Window, number: &str) -> Result<()> {
    window.click(&by("pay-exact")).await?;
    window.text_with(&by("receipt-number"), number).await.map(drop)
}

/// Looks a receipt up, and goes back to the counter.
pub async fn find_receipt(window: &Window, number: &str) -> Result<()> {
    window.click(&by("rail-receipts")).await?;
    window.text_with(&by("receipts"), number).await?;
    window.click(&by("rail-sell")).await?;
    window.see(&by("tile")).await
}

/// The manager reads the version in the settings.
pub async fn manager_sees_version(window: &Window, version: &str) -> Result<()> {
    window.click(&by("lock")).await?;
    taps::sign_on(window, MANAGER).await?;
    window.click(&by("rail-settings")).await?;
    window.click(&by("section-about")).await?;
    window.text_with(&by("about"), version).await.map(drop).context("the version in the window")
}
