//! A day in the log: PINs, codes, verifiers and the pepper are nowhere but where they belong.

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD, Engine};
use pos::api::requests as ask;
use pos::api::words::RecoveryCode;
use pos::{Pos, SetClock};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use store::settings::{PrinterConnection, PrinterSettings};
use telemetry::Redacted;
use tests::counter::{MONDAY_MS, command, eur, open, pay_cash, set_up};
use tests::gestures::{fingerprint, line_discount, percent};

/// The day runs in a process of its own, whose whole output is looked at.
const DAY: &str = "MINAS_TESTS_DAY_IN";

const CASHIER: &str = "907153628410";
const MANAGER: &str = "846190357261";
const LATER: &str = "513370864297";
const WRONG: &str = "335577991122";
const CODE: &str = "2900000020016";

#[tokio::test]
async fn a_day_leaves_no_secret_behind() -> Result<()> {
    if let Some(folder) = std::env::var_os(DAY) {
        return a_day(Path::new(&folder)).await;
    }
    let folder = tempfile::tempdir()?;
    let output = Command::new(std::env::current_exe()?)
        .args(["secrets::a_day_leaves_no_secret_behind", "--exact", "--nocapture"])
        .env(DAY, folder.path())
        .env("MINAS_LOG", "trace")
        .output()?;
    let said = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&said);
    ensure!(text.contains("the day is over"), "the day broke off:\n{text}");
    ensure!(text.contains("TRACE") || text.contains("DEBUG"), "the log was asked for everything:\n{text}");

    let shop = folder.path().join("shop");
    let code = std::fs::read_to_string(folder.path().join("code"))?;
    let pepper = std::fs::read(shop.join("pepper"))?;
    let verifiers = verifiers(&folder.path().join("backup.db")).await?;
    ensure!(verifiers.len() >= 3, "a backup holds the verifiers, by design");
    let typed = typed(&code);
    assert_none("the output", &said, &typed);
    assert_none("the output", &said, &forms(&pepper));
    assert_none("the output", &said, &verifiers);
    for name in ["minas.db", "minas.db-wal", "minas.lock"] {
        let Ok(bytes) = std::fs::read(shop.join(name)) else { continue };
        assert_none(name, &bytes, &typed);
        assert_none(name, &bytes, &forms(&pepper));
    }
    let backup = std::fs::read(folder.path().join("backup.db"))?;
    assert_none("the backup", &backup, &typed);
    assert_none("the backup", &backup, &forms(&pepper));
    papers(&folder.path().join("papers"), &code, &pepper, &verifiers)
}

/// Only the page that is meant to carry the code carries it, and no paper anything else.
fn papers(folder: &Path, code: &str, pepper: &[u8], verifiers: &[Vec<u8>]) -> Result<()> {
    let (mut papers, mut with_code) = (0, 0);
    let half = code.get(..9).context("two groups of a line")?;
    for entry in std::fs::read_dir(folder)? {
        let bytes = std::fs::read(entry?.path())?;
        papers += 1;
        with_code += usize::from(holds(&bytes, half.as_bytes()));
        assert_none("a paper", &bytes, &[CASHIER, MANAGER, LATER, WRONG].map(|pin| pin.as_bytes().to_vec()));
        assert_none("a paper", &bytes, &forms(pepper));
        assert_none("a paper", &bytes, verifiers);
    }
    ensure!(papers >= 3 && with_code == 1, "{papers} papers, {with_code} with the code");
    Ok(())
}

/// What people type: nothing may keep it.
fn typed(code: &str) -> Vec<Vec<u8>> {
    let plain = code.replace('-', "");
    [CASHIER, MANAGER, LATER, WRONG, code, &plain, &plain.to_lowercase()].map(|text| text.as_bytes().to_vec()).into()
}

/// Bytes as they are, and as text.
fn forms(secret: &[u8]) -> Vec<Vec<u8>> {
    let hex = secret.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    let list = format!("{secret:?}");
    let text = [hex.to_uppercase(), hex, list, BASE64_STANDARD.encode(secret), BASE64_STANDARD_NO_PAD.encode(secret)];
    text.into_iter().map(String::into_bytes).chain([secret.to_vec()]).collect()
}

#[track_caller]
fn assert_none(place: &str, bytes: &[u8], secrets: &[Vec<u8>]) {
    for secret in secrets {
        assert!(!holds(bytes, secret), "{place} holds {}", String::from_utf8_lossy(secret));
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

async fn verifiers(file: &Path) -> Result<Vec<Vec<u8>>> {
    use sqlx::{Connection, Row};
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).read_only(true);
    let mut file = sqlx::SqliteConnection::connect_with(&options).await?;
    let rows = sqlx::query("SELECT value FROM secret").fetch_all(&mut file).await?;
    file.close().await?;
    Ok(rows.iter().map(|row| row.get::<String, _>(0).into_bytes()).collect())
}

/// Wrong PINs, right ones, an approval, a forgotten PIN, a new one, paper, a backup, and a program that panics.
#[expect(clippy::print_stderr, reason = "what a program says of its answers is searched for secrets, too")]
async fn a_day(folder: &Path) -> Result<()> {
    let _ = telemetry::init(&telemetry::Options::default());
    let clock = Arc::new(SetClock::at(MONDAY_MS));
    let pos = open(&folder.join("shop"), &clock).await?;
    let mut shop = set_up("gr");
    for (operator, pin) in shop.operators.iter_mut().zip([CASHIER, MANAGER]) {
        operator.pin = Redacted::new(pin.to_owned());
    }
    pos.set_up(shop).await?;
    let issued = at_the_counter(&pos, folder).await?;
    std::fs::write(folder.join("code"), &issued.code)?;
    pos.backup(&folder.join("backup.db")).await?;
    eprintln!("{issued:?} {:?} {:?}", pos.verify().await?, pos.stats().await?);
    let spoken = ask::SignOn { operator: issued.operator, pin: LATER.to_owned() };
    let broken = tokio::spawn(async move { panic!("it broke at {spoken:?}") }).await;
    ensure!(broken.is_err(), "it was to break");
    let refused = serde_json::from_value::<ask::SignOn>(
        serde_json::json!({ "operator": issued.operator, "pin": 335_577_991_122_u64 }),
    );
    eprintln!("{}", refused.expect_err("a number is no PIN"));
    pos.close().await?;
    eprintln!("the day is over");
    Ok(())
}

#[expect(clippy::print_stderr, reason = "what a program says of its refusals is searched for secrets, too")]
async fn at_the_counter(pos: &Pos, folder: &Path) -> Result<RecoveryCode> {
    let operators = pos.operators().await?;
    let find = |name: &str| operators.iter().find(|view| view.name == name).map(|view| view.operator);
    let (maria, eleni) = (find("Maria K.").context("a cashier")?, find("Eleni D.").context("a manager")?);
    let sign_on = async |operator, pin: &str| pos.sign_on(ask::SignOn { operator, pin: pin.to_owned() }).await;
    for operator in [maria, eleni] {
        let refused = sign_on(operator, WRONG).await.expect_err("it is wrong");
        eprintln!("{refused} {refused:?}");
    }
    let manager = sign_on(eleni, MANAGER).await?;
    let papers = folder.join("papers");
    std::fs::create_dir_all(&papers)?;
    let connection = PrinterConnection::File { path: papers.to_string_lossy().into_owned() };
    let printer = PrinterSettings { connection, automatic: true, ..pos.shop()?.printer.clone() };
    pos.change_printer(&manager, ask::ChangePrinter { command: command(), printer }).await?;
    let details = tests::counter::details("CASE", CODE);
    let price = Some(kernel::UnitPrice::from_minor(1_290, kernel::Currency::EUR));
    pos.create_product(&manager, ask::CreateProduct { command: command(), details, price }).await?;
    let cashier = sign_on(maria, CASHIER).await?;
    pos.open_shift(&cashier, ask::OpenShift { command: command(), float: eur(0) }).await?;
    let scan = ask::Scan { command: command(), order: None, code: CODE.to_owned(), quantity_milli: None };
    let pos::api::words::Scanned::Added { cart, .. } = pos.scan(&cashier, scan).await? else {
        anyhow::bail!("the case is unknown")
    };
    let request = line_discount(&cart, 1, percent(50));
    let print = fingerprint(pos.discount_line(&cashier, request.clone()).await);
    let approve = |pin: &str| ask::Approve {
        command: command(),
        approver: eleni,
        pin: pin.to_owned(),
        fingerprint: print.clone(),
        act: "half".to_owned(),
    };
    ensure!(pos.approve(&cashier, approve(WRONG)).await.is_err(), "it is wrong");
    let approval = Some(pos.approve(&cashier, approve(MANAGER)).await?);
    let request = ask::DiscountLine { command: command(), approval, ..request };
    let cart = pos.discount_line(&cashier, request).await?;
    pos.pay_cash(&cashier, pay_cash(&cart, None)).await?;
    let manager = sign_on(eleni, MANAGER).await?;
    let issued = pos.issue_recovery_code(&manager, ask::IssueRecoveryCode { command: command() }).await?;
    pos.print_test(&manager, ask::PrintTest { command: command() }).await?;
    pos::effects::PrintWorker::new(pos.clone()).drain().await?;
    let recover =
        ask::Recover { command: command(), operator: eleni, code: issued.code.clone(), pin: LATER.to_owned() };
    pos.recover(recover).await?;
    sign_on(eleni, LATER).await?;
    Ok(issued)
}

#[tokio::test]
async fn a_code_that_is_not_on_paper_yet_is_not_printed_by_whoever_comes_next() -> Result<()> {
    for leaves in [true, false] {
        let counter = crate::shop().await?;
        let papers = counter.folder().join("papers");
        let connection = PrinterConnection::File { path: papers.to_string_lossy().into_owned() };
        let printer = PrinterSettings { connection, ..counter.pos.shop()?.printer.clone() };
        counter.pos.change_printer(&counter.manager, ask::ChangePrinter { command: command(), printer }).await?;
        let manager = counter.sign_on(&counter.manager, tests::counter::MANAGER_PIN).await?;
        let issue = ask::IssueRecoveryCode { command: command() };
        let issued = counter.pos.issue_recovery_code(&manager, issue).await?;
        let worker = pos::effects::PrintWorker::new(counter.pos.clone());
        worker.drain().await?;
        if leaves {
            counter.pos.sign_off().await?;
        }
        let cashier = counter.sign_on(&counter.cashier, tests::counter::CASHIER_PIN).await?;
        std::fs::create_dir(&papers)?;
        let job = issued.print_job.context("it was to be printed")?;
        let _ = counter.pos.print_again(&cashier, ask::PrintAgain { command: command(), job }).await;
        worker.drain().await?;
        for entry in std::fs::read_dir(&papers)? {
            let half = issued.code.get(..9).context("two groups of a line")?;
            assert!(!holds(&std::fs::read(entry?.path())?, half.as_bytes()), "the code came out");
        }
    }
    Ok(())
}

#[test]
fn requests_and_answers_with_a_secret_do_not_show_it() {
    let (operator, pin) = (kernel::OperatorId(kernel::Uuid::nil()), LATER.to_owned());
    let texts = [
        format!("{:?}", ask::SignOn { operator, pin: pin.clone() }),
        format!("{:?}", ask::Recover { command: command(), operator, code: pin.clone(), pin: pin.clone() }),
        format!("{:?}", ask::ChangeStaffPin { command: command(), operator, pin: pin.clone() }),
        format!(
            "{:?}",
            ask::AddStaff { command: command(), name: String::new(), role: String::new(), pin: pin.clone() }
        ),
        format!("{:?}", RecoveryCode { operator, code: pin, print_job: None }),
    ];
    for text in texts {
        assert!(!text.contains(LATER), "{text}");
    }
}

#[test]
fn every_field_of_a_request_that_holds_a_secret_is_marked() -> Result<()> {
    let folder = tests::project().join("crates/pos/src/api/requests");
    let mut marked = 0;
    for entry in std::fs::read_dir(folder)? {
        let text = std::fs::read_to_string(entry?.path())?;
        marked += text.matches("as secret,").count();
        assert_eq!(unmarked(&text), Vec::<&str>::new());
    }
    assert!(marked >= 7, "{marked} were found");
    assert_eq!(unmarked("    AddBadge {\n        pin: String,\n    }"), ["pin: String,"]);
    Ok(())
}

/// Fields that are named like a secret and not marked as one. A scanned code is none.
fn unmarked(source: &str) -> Vec<&str> {
    let named =
        |line: &&str| ["pin:", "password:", "secret:", "recovery_code:"].iter().any(|name| line.starts_with(name));
    source.lines().map(str::trim).filter(named).filter(|line| !line.contains("as secret")).collect()
}
