//! A forgotten PIN: the code on paper gives a new one, once, and cannot be guessed.

use crate::shop;
use anyhow::Result;
use pos::Session;
use pos::api::requests as ask;
use pos::api::words::RecoveryCode;
use tests::counter::{Counter, MANAGER_PIN, command};
use tests::gestures::code;
use tests::ledger::{assert_clean, number};

const NEW_PIN: &str = "975318";
const MINUTE_MS: i64 = 60_000;

async fn issue(counter: &Counter) -> Result<RecoveryCode> {
    let request = ask::IssueRecoveryCode { command: command() };
    Ok(counter.pos.issue_recovery_code(&counter.manager, request).await?)
}

fn recover(who: &Session, code: &str) -> ask::Recover {
    ask::Recover { command: command(), operator: who.operator, code: code.to_owned(), pin: NEW_PIN.to_owned() }
}

#[tokio::test]
async fn a_code_gives_a_new_pin_once_and_nobody_needs_to_be_signed_on() -> Result<()> {
    let counter = shop().await?;
    let issued = issue(&counter).await?;
    assert_eq!((issued.operator, issued.code.len()), (counter.manager.operator, 19), "four groups of four");
    counter.pos.sign_off().await?;

    let request = recover(&counter.manager, &issued.code.to_lowercase().replace('-', " "));
    counter.pos.recover(request.clone()).await?;
    counter.pos.recover(request).await?;
    assert_eq!(code(counter.sign_on(&counter.manager, MANAGER_PIN).await), "STF-004", "the old one is worth nothing");
    counter.sign_on(&counter.manager, NEW_PIN).await?;
    assert_eq!(code(counter.pos.recover(recover(&counter.manager, &issued.code)).await), "STF-015");
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn who_is_locked_out_by_guesses_at_the_pin_gets_in_by_the_code_at_once() -> Result<()> {
    let counter = shop().await?;
    let issued = issue(&counter).await?;
    for _ in 0..5 {
        assert!(counter.sign_on(&counter.manager, "111111").await.is_err());
    }
    assert_eq!(code(counter.sign_on(&counter.manager, MANAGER_PIN).await), "STF-003");
    counter.pos.recover(recover(&counter.manager, &issued.code)).await?;
    counter.sign_on(&counter.manager, NEW_PIN).await?;
    Ok(())
}

#[tokio::test]
async fn wrong_codes_lock_through_a_restart_and_leave_the_pin_alone() -> Result<()> {
    let counter = shop().await?;
    let issued = issue(&counter).await?;
    let guess = "0000-0000-0000-0000";
    assert_ne!(issued.code, guess);
    for _ in 1..=4 {
        assert_eq!(code(counter.pos.recover(recover(&counter.manager, guess)).await), "STF-016");
    }
    assert_eq!(code(counter.pos.recover(recover(&counter.manager, "too short")).await), "STF-016", "costs no try");
    assert_eq!(code(counter.pos.recover(recover(&counter.manager, guess)).await), "STF-003", "the fifth locks");
    let counter = counter.reopen().await?;
    assert_eq!(code(counter.pos.recover(recover(&counter.manager, &issued.code)).await), "STF-003");
    counter.sign_on(&counter.manager, MANAGER_PIN).await?;
    counter.clock.pass_ms(MINUTE_MS);
    counter.pos.recover(recover(&counter.manager, &issued.code)).await?;
    counter.sign_on(&counter.manager, NEW_PIN).await?;
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn a_new_code_ends_the_one_before_and_a_weak_pin_uses_none_up() -> Result<()> {
    let counter = shop().await?;
    let (old, new) = (issue(&counter).await?, issue(&counter).await?);
    assert_eq!(code(counter.pos.recover(recover(&counter.manager, &old.code)).await), "STF-016");
    let weak = ask::Recover { pin: "1234".to_owned(), ..recover(&counter.manager, &new.code) };
    assert_eq!(code(counter.pos.recover(weak).await), "STF-008");
    counter.pos.recover(recover(&counter.manager, &new.code)).await?;
    Ok(())
}

#[tokio::test]
async fn nobody_recovers_without_a_code_and_cashiers_issue_none() -> Result<()> {
    let counter = shop().await?;
    assert_eq!(code(counter.pos.recover(recover(&counter.cashier, "0000-0000-0000-0000")).await), "STF-015");
    let request = ask::IssueRecoveryCode { command: command() };
    assert_eq!(code(counter.pos.issue_recovery_code(&counter.cashier, request).await), "STF-001");
    let nobody = ask::Recover { operator: staff::SYSTEM, ..recover(&counter.manager, "0000-0000-0000-0000") };
    assert_eq!(code(counter.pos.recover(nobody).await), "STF-009");
    Ok(())
}

#[tokio::test]
async fn a_code_is_shown_again_to_the_same_tap_and_stored_nowhere() -> Result<()> {
    let counter = shop().await?;
    let request = ask::IssueRecoveryCode { command: command() };
    let first = counter.pos.issue_recovery_code(&counter.manager, request.clone()).await?;
    assert_eq!(counter.pos.issue_recovery_code(&counter.manager, request.clone()).await?, first);
    assert_eq!(number(&counter.pos, "SELECT count(*) FROM secret WHERE kind = 'recovery_verifier'").await?, 1);
    let plain = first.code.replace('-', "");
    let counter = counter
        .with_closed(async |folder| {
            let mut files = 0;
            for entry in std::fs::read_dir(folder)? {
                let bytes = std::fs::read(entry?.path())?;
                files += 1;
                for text in [&first.code, &plain] {
                    assert!(!bytes.windows(text.len()).any(|window| window == text.as_bytes()), "{text} was written");
                }
            }
            assert!(files >= 3, "journal, lock and pepper were read");
            Ok(())
        })
        .await?;
    assert_eq!(code(counter.pos.issue_recovery_code(&counter.manager, request).await), "STF-017");
    Ok(())
}
