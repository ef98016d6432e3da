//! Proves that a Debian package works: installs it, sells with the installed program, upgrades to it while a program
//! runs, and removes it. `cargo xtask dist --prove` calls it with the package, and with an older one if there is one.

#![allow(clippy::print_stdout, reason = "it tells the person at the shell what it found")]

mod account;
mod package;
mod shop;
mod system;

use account::Account;
use anyhow::{Context, Result, ensure};
use package::Package;
use shop::Shop;
use std::path::Path;
use std::time::Instant;
use system::System;

/// The name that the desktop knows.
const PROGRAM: &str = "minas-pos";

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let file = arguments.next().context("usage: installed PACKAGE.deb [OLDER.deb]")?;
    let scratch = tempfile::tempdir()?;
    let package = Package::read(Path::new(&file), scratch.path())?;
    step("what the package says of itself", async { package.check() }).await?;
    let system = System::find()?;
    let account = Account::choose(scratch.path())?;
    if !system.installs() {
        println!("neither root nor sudo here: the package is unpacked, not installed, and nothing is upgraded");
        let shop = Shop::new(&account, &package.programs(), "first-day")?;
        return step("a first day with the unpacked program", first_day(&shop, &package)).await;
    }
    let older = if let Some(file) = arguments.next() {
        Package::read(Path::new(&file), &scratch.path().join("older"))?
    } else {
        println!("the older package is this one under an older number; the shop's data are a real older version's");
        package.under_an_older_number(scratch.path())?
    };
    let outcome = installed(&system, &account, &package, &older).await;
    if outcome.is_err() {
        // Whatever failed is said; a machine is left as it was found.
        let _ = system.purge();
    }
    outcome
}

async fn installed(system: &System, account: &Account, package: &Package, older: &Package) -> Result<()> {
    let programs = Path::new("/usr/bin");
    let first = Shop::new(account, programs, "first-day")?;
    let upgraded = Shop::new(account, programs, "upgrade")?;
    step("install", async { system.install(package) }).await?;
    step("a first day with the installed program", first_day(&first, package)).await?;
    step("remove and leave the data alone", async {
        first.is_left_alone_by(|| system.remove())?;
        System::nothing_is_left_of(package)
    })
    .await?;
    step("install the older one", async { system.install(older) }).await?;
    upgraded.lay_out("0.1.0")?;
    step("upgrade under a running program", upgrade(&upgraded, system, package)).await?;
    step("go back to the older one", downgrade(&upgraded, system, package, older)).await?;
    step("purge and leave the data alone", async {
        upgraded.is_left_alone_by(|| system.purge())?;
        System::nothing_is_left_of(package)
    })
    .await
}

/// From the first window to the second sale, with a crash between.
async fn first_day(shop: &Shop<'_>, package: &Package) -> Result<()> {
    shop.says_its_version(&package.version)?;
    let window = shop.open().await?;
    shop::begin_demo(&window).await?;
    shop::tap_scan_and_pay(&window, "A-1").await?;
    window.kill()?;
    let window = shop.open().await?;
    shop::sign_on_after_crash(&window).await?;
    shop::find_receipt(&window, "A-1").await?;
    shop::tap_and_pay(&window, shop::DEMO_TILE, "A-2").await?;
    shop::manager_sees_version(&window, &package.version).await?;
    window.close().await?;
    shop.is_clean()
}

/// The program goes on selling while its file is replaced, and comes up as the new one.
async fn upgrade(shop: &Shop<'_>, system: &System, package: &Package) -> Result<()> {
    let window = shop.open().await?;
    shop::sign_on(&window).await?;
    shop::pay_what_is_open(&window, "A-8").await?;
    let old = window.pid()?;
    system.install(package)?;
    ensure!(system::runs_a_replaced_file(old)?, "the running program's file was not replaced");
    shop::tap_and_pay(&window, shop::CHARGER, "A-9").await?;
    window.close().await?;
    shop.says_its_version(&package.version)?;
    shop.is_clean()?;
    let window = shop.open().await?;
    ensure!(!system::runs_a_replaced_file(window.pid()?)?, "the restart is not the installed file");
    shop::sign_on(&window).await?;
    shop::find_receipt(&window, "A-9").await?;
    shop::find_receipt(&window, "A-1").await?;
    shop::tap_and_pay(&window, shop::CHARGER, "A-10").await?;
    window.close().await?;
    shop.is_clean()
}

/// An older program works on the file, or refuses it because it is newer; then the new one sells on.
async fn downgrade(shop: &Shop<'_>, system: &System, package: &Package, older: &Package) -> Result<()> {
    system.install(older)?;
    match shop.verdict()? {
        shop::Verdict::Clean => println!("  the older program knows this schema, and works"),
        shop::Verdict::Newer => println!("  the older program refuses the file: SYS-011"),
    }
    system.install(package)?;
    let window = shop.open().await?;
    shop::sign_on(&window).await?;
    shop::tap_and_pay(&window, shop::CHARGER, "A-11").await?;
    window.close().await?;
    shop.is_clean()
}

/// Says what is done and how long it took.
async fn step(name: &str, work: impl Future<Output = Result<()>>) -> Result<()> {
    let start = Instant::now();
    work.await.with_context(|| name.to_owned())?;
    println!("  ok {:>4} s  {name}", start.elapsed().as_secs());
    Ok(())
}
