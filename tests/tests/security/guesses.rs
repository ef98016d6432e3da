//! PINs and recovery codes: guessed, doctored, and typed by somebody who moves the clock.

use crate::{CASE, shop};
use anyhow::{Context, Result};
use kernel::{OperatorId, Uuid};
use pos::api::requests as ask;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, Row, SqliteConnection};
use staff::{Operator, OperatorState};
use tests::counter::{CASHIER_PIN, Counter, MANAGER_PIN, command};
use tests::gestures::{code, fingerprint, line_discount, percent};
use tests::ledger::number;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// The row in which somebody's verifier lies.
async fn row_of(counter: &Counter, operator: OperatorId) -> Result<Uuid> {
    match counter.pos.store().state::<Operator>(operator.0).await? {
        OperatorState::Active(details) => Ok(details.pin.context("they have a PIN")?.verifier_id),
        other => anyhow::bail!("{other:?}"),
    }
}

/// Opens the file as somebody with its folder can.
async fn file(folder: &std::path::Path) -> Result<SqliteConnection> {
    let path = folder.join(pos::folder::JOURNAL_FILE);
    Ok(SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(path)).await?)
}

async fn write(connection: &mut SqliteConnection, row: Uuid, verifier: &str) -> Result<()> {
    let sql = sqlx::query("UPDATE secret SET value = ? WHERE id = ?");
    let done = sql.bind(verifier).bind(row.as_bytes().to_vec()).execute(connection).await?;
    anyhow::ensure!(done.rows_affected() == 1, "the row was there");
    Ok(())
}

async fn read(connection: &mut SqliteConnection, row: Uuid) -> Result<String> {
    let sql = sqlx::query("SELECT value FROM secret WHERE id = ?");
    Ok(sql.bind(row.as_bytes().to_vec()).fetch_one(connection).await?.get(0))
}

#[tokio::test]
async fn a_verifier_that_is_copied_into_a_managers_row_opens_nothing() -> Result<()> {
    let counter = shop().await?;
    let own = row_of(&counter, counter.cashier.operator).await?;
    let managers = row_of(&counter, counter.manager.operator).await?;
    let counter = counter
        .with_closed(async |folder| {
            let mut file = file(folder).await?;
            let known = read(&mut file, own).await?;
            for doctored in [known.clone(), known.trim_start_matches("row:").to_owned()] {
                write(&mut file, managers, &doctored).await?;
            }
            write(&mut file, managers, &known).await?;
            Ok(file.close().await?)
        })
        .await?;
    assert_eq!(code(counter.sign_on(&counter.manager, CASHIER_PIN).await), "STF-004");
    counter.sign_on(&counter.cashier, CASHIER_PIN).await?;
    let counter = counter
        .with_closed(async |folder| {
            let mut file = file(folder).await?;
            let known = read(&mut file, own).await?;
            write(&mut file, managers, known.trim_start_matches("row:")).await?;
            Ok(file.close().await?)
        })
        .await?;
    assert_eq!(code(counter.sign_on(&counter.manager, CASHIER_PIN).await), "STF-004", "nor as an old one");
    Ok(())
}

#[tokio::test]
async fn a_verifier_made_by_hand_opens_nothing() -> Result<()> {
    // Argon2id of "1111" without a pepper, at its weakest and at our strength; another scheme; and rubbish.
    let weak = "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let strong = weak.replace("m=8,", "m=47104,");
    let huge = weak.replace("m=8,", "m=4194304,");
    for made in [weak, &strong, &huge, &format!("row:{strong}"), &format!("row:{weak}")] {
        let counter = shop().await?;
        let managers = row_of(&counter, counter.manager.operator).await?;
        let counter = counter
            .with_closed(async |folder| {
                let mut file = file(folder).await?;
                write(&mut file, managers, made).await?;
                Ok(file.close().await?)
            })
            .await?;
        assert_eq!(code(counter.sign_on(&counter.manager, "1111").await), "STF-004", "{made}");
    }
    let counter = shop().await?;
    let managers = row_of(&counter, counter.manager.operator).await?;
    let counter = counter
        .with_closed(async |folder| {
            let mut file = file(folder).await?;
            write(&mut file, managers, "1111").await?;
            Ok(file.close().await?)
        })
        .await?;
    let refused = counter.sign_on(&counter.manager, "1111").await.expect_err("it is no verifier").refusal();
    assert_eq!(refused.code, "SYS-007");
    assert!(!refused.text.contains("1111"), "{}", refused.text);
    counter.sign_on(&counter.cashier, CASHIER_PIN).await?;
    Ok(())
}

#[tokio::test]
async fn a_clock_set_forward_ends_no_wait() -> Result<()> {
    let counter = shop().await?;
    for _ in 0..5 {
        assert!(counter.sign_on(&counter.manager, "999999").await.is_err());
    }
    counter.clock.set_by_hand_ms(DAY_MS);
    assert_eq!(code(counter.sign_on(&counter.manager, MANAGER_PIN).await), "STF-003");
    counter.clock.set_by_hand_ms(-2 * DAY_MS);
    assert_eq!(code(counter.sign_on(&counter.manager, MANAGER_PIN).await), "STF-003");
    counter.clock.set_by_hand_ms(DAY_MS);
    counter.clock.pass_ms(MINUTE_MS);
    counter.sign_on(&counter.manager, MANAGER_PIN).await?;
    Ok(())
}

#[tokio::test]
async fn a_wait_survives_a_restart_and_is_this_registers_own() -> Result<()> {
    let counter = shop().await?;
    let other = counter.twin().await?;
    for _ in 0..5 {
        assert!(counter.sign_on(&counter.manager, "999999").await.is_err());
    }
    let counter = counter.reopen().await?;
    assert_eq!(code(counter.sign_on(&counter.manager, MANAGER_PIN).await), "STF-003");
    other.sign_on(&other.manager, MANAGER_PIN).await.context("nobody is locked out elsewhere")?;
    Ok(())
}

#[tokio::test]
async fn guesses_made_side_by_side_are_five_and_no_more() -> Result<()> {
    let counter = shop().await?;
    let mut guesses = tokio::task::JoinSet::new();
    for guess in 0..24 {
        let (pos, operator) = (counter.pos.clone(), counter.cashier.operator);
        // The right one is among the last.
        let pin = if guess == 23 { CASHIER_PIN.to_owned() } else { format!("9{guess:03}") };
        guesses.spawn(async move { pos.sign_on(ask::SignOn { operator, pin }).await.map_err(|error| error.refusal()) });
    }
    let answers = guesses.join_all().await;
    let wrong = answers.iter().filter(|answer| answer.as_ref().is_err_and(|no| no.code == "STF-004")).count();
    assert!(wrong <= 4, "{wrong} guesses were told that they were wrong");
    let recorded = number(&counter.pos, "SELECT count(*) FROM event WHERE type = 'staff.sign_on.pin_refused'").await?;
    assert!(recorded <= 5, "{recorded} guesses counted");
    Ok(())
}

#[tokio::test]
async fn guesses_at_the_door_and_at_an_approval_add_up() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let print = fingerprint(counter.pos.discount_line(&counter.cashier, line_discount(&cart, 1, percent(50))).await);
    for _ in 0..2 {
        assert_eq!(code(counter.sign_on(&counter.manager, "999999").await), "STF-004");
        assert_eq!(code(counter.approve_with(&print, "999999").await), "STF-004");
    }
    assert_eq!(code(counter.approve_with(&print, "999999").await), "STF-003", "the fifth of both");
    assert_eq!(code(counter.sign_on(&counter.manager, MANAGER_PIN).await), "STF-003");
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_a_pin_is_a_wrong_one_and_counts() -> Result<()> {
    let counter = shop().await?;
    let fullwidth = "\u{FF11}\u{FF12}\u{FF13}\u{FF14}";
    let arabic = "\u{0661}\u{0662}\u{0663}\u{0664}";
    let long = "1".repeat(8 << 20);
    for pin in [fullwidth, arabic, "1234\0", &long] {
        assert_eq!(code(counter.sign_on(&counter.cashier, pin).await), "STF-004");
    }
    assert_eq!(code(counter.sign_on(&counter.cashier, "").await), "STF-003", "the fifth");
    for pin in [fullwidth, "1234\0", " 1234", "12 34", &long] {
        let change =
            ask::ChangeStaffPin { command: command(), operator: counter.cashier.operator, pin: pin.to_owned() };
        assert_eq!(code(counter.pos.change_staff_pin(&counter.manager, change).await), "STF-008");
    }
    Ok(())
}

#[tokio::test]
async fn a_recovery_code_takes_no_rubbish_and_no_weak_pin() -> Result<()> {
    let counter = shop().await?;
    let issue = ask::IssueRecoveryCode { command: command() };
    let issued = counter.pos.issue_recovery_code(&counter.manager, issue).await?;
    let try_code = |code: &str, pin: &str| ask::Recover {
        command: command(),
        operator: counter.manager.operator,
        code: code.to_owned(),
        pin: pin.to_owned(),
    };
    let long = "A".repeat(8 << 20);
    let fullwidth = "\u{FF10}".repeat(16);
    for rubbish in ["", "\0", &fullwidth, &long, &format!("{}\0", issued.code)] {
        assert_eq!(code(counter.pos.recover(try_code(rubbish, "975318")).await), "STF-016");
    }
    for weak in ["1234", "\u{0661}\u{0662}\u{0663}", "123456\0", &"9".repeat(8 << 20)] {
        assert_eq!(code(counter.pos.recover(try_code(&issued.code, weak)).await), "STF-008");
    }
    counter.pos.recover(try_code(&issued.code, "975318")).await?;
    Ok(())
}

#[tokio::test]
async fn a_wrong_code_waits_by_the_running_clock_too() -> Result<()> {
    let counter = shop().await?;
    let issue = ask::IssueRecoveryCode { command: command() };
    let issued = counter.pos.issue_recovery_code(&counter.manager, issue).await?;
    let recover = |code: &str| ask::Recover {
        command: command(),
        operator: counter.manager.operator,
        code: code.to_owned(),
        pin: "975318".to_owned(),
    };
    for _ in 0..5 {
        assert!(counter.pos.recover(recover("0000-0000-0000-0000")).await.is_err());
    }
    counter.clock.set_by_hand_ms(DAY_MS);
    assert_eq!(code(counter.pos.recover(recover(&issued.code)).await), "STF-003");
    counter.clock.pass_ms(MINUTE_MS);
    counter.pos.recover(recover(&issued.code)).await?;
    Ok(())
}

#[tokio::test]
async fn nobody_is_left_signed_on_where_signing_off_cannot_be_written() -> Result<()> {
    let counter = shop().await?;
    // Nothing more can be written: the next statement fails, as it does on a full disk.
    let mut file = file(counter.folder()).await?;
    let sql = "CREATE TRIGGER full BEFORE INSERT ON commit_record BEGIN SELECT RAISE(ABORT, 'full'); END";
    sqlx::query(sql).execute(&mut file).await?;
    file.close().await?;
    assert!(counter.pos.sign_off().await.is_err());
    assert_eq!(code(counter.pos.session()), "POS-001");
    Ok(())
}
