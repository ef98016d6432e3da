//! Rows that somebody changed behind the register's back are named.

use crate::{bend, refused};
use anyhow::{Context, Result};
use tests::counter::Counter;
use tests::day::busy;
use tests::ledger::{assert_clean, assert_rebuild_is_equal};

/// What a thief has to do first.
const DROP_THE_GUARDS: &str = "DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted; \
     DROP TRIGGER commit_record_is_never_changed; DROP TRIGGER commit_record_is_never_deleted; ";

/// A tender's amount, read as the journal stores it.
const A_TENDER: &str = "(SELECT min(position) FROM event WHERE type = 'payments.payment.tender_taken')";

async fn first_bad_row(counter: &Counter) -> Result<String> {
    let report = counter.pos.verify().await?;
    assert!(!report.clean);
    report.first_bad_row.context("the chain names the row")
}

#[tokio::test]
async fn the_guards_refuse_every_plain_change() -> Result<()> {
    let counter = busy().await?;
    for sql in [
        "UPDATE event SET payload = x'7b7d' WHERE position = 9",
        "DELETE FROM event WHERE position = 9",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE position = 9",
        "UPDATE commit_record SET actor = x'00'",
        "DELETE FROM commit_record WHERE commit_no = 3",
        "INSERT OR REPLACE INTO commit_record SELECT * FROM commit_record WHERE commit_no = 3",
    ] {
        let refused = bend(counter.folder(), sql).await.expect_err(sql).to_string();
        assert!(refused.contains("the journal"), "{sql}: {refused}");
    }
    assert_clean(&counter.pos).await
}

#[tokio::test]
async fn the_first_changed_row_of_the_journal_is_named() -> Result<()> {
    let busy = busy().await?;
    let smaller = "CAST(replace(CAST(payload AS TEXT), '\"minor\":2489', '\"minor\":2389') AS BLOB)";
    for (sql, position) in [
        (format!("UPDATE event SET payload = {smaller} WHERE position = {A_TENDER}"), A_TENDER),
        ("UPDATE event SET hash = zeroblob(32) WHERE position = 20".to_owned(), "20"),
        ("UPDATE event SET at_ms = at_ms + 1 WHERE position = 31".to_owned(), "31"),
        ("UPDATE event SET type = 'orders.order.reversed' WHERE position = 25".to_owned(), "25"),
        ("DELETE FROM event WHERE position = 12".to_owned(), "13"),
        (
            "UPDATE commit_record SET actor = zeroblob(16) WHERE commit_no = (SELECT commit_no FROM event \
             WHERE position = 33)"
                .to_owned(),
            "(SELECT min(position) FROM event WHERE commit_no = (SELECT commit_no FROM event WHERE position = 33))",
        ),
    ] {
        let counter = busy.twin().await?;
        let position = tests::ledger::number(&counter.pos, &format!("SELECT {position}")).await?;
        bend(counter.folder(), &format!("{DROP_THE_GUARDS} {sql}")).await?;
        let named = first_bad_row(&counter).await?;
        assert!(named.starts_with(&format!("event {position} ")), "{sql}: {named}");
        let counter = counter.with_closed(async |folder| {
            assert_eq!(refused(folder).await, "SYS-006", "{sql}");
            Ok(())
        });
        assert!(counter.await.is_err(), "a tampered journal takes no more sales");
    }
    Ok(())
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_noticed() -> Result<()> {
    let counter = busy().await?;
    let sql = "DELETE FROM event WHERE position = (SELECT max(position) FROM event)";
    let one = counter.twin().await?;
    bend(one.folder(), &format!("{DROP_THE_GUARDS} {sql}")).await?;
    assert!(!one.pos.verify().await?.clean);
    let all = counter.twin().await?;
    let commit = "commit_no = (SELECT max(commit_no) FROM commit_record)";
    let sql = format!("DELETE FROM event WHERE {commit}; DELETE FROM commit_record WHERE {commit}");
    bend(all.folder(), &format!("{DROP_THE_GUARDS} {sql}")).await?;
    let report = all.pos.verify().await?;
    assert!(!report.clean, "the views remember what the journal has lost");
    Ok(())
}

#[tokio::test]
async fn a_bent_row_of_any_view_is_named_and_a_rebuild_straightens_it() -> Result<()> {
    let counter = busy().await?;
    assert_clean(&counter.pos).await?;
    for (sql, invariant) in [
        ("UPDATE store_register SET name = 'Mine'", "registers are as they were enrolled"),
        ("UPDATE staff_operator SET role = (SELECT role FROM staff_role WHERE name = 'manager')", "operators are"),
        ("UPDATE catalog_product SET name = 'Cheap' WHERE sku = 'CABLE'", "products are as their last fact"),
        ("DELETE FROM catalog_barcode WHERE barcode = '2900000020047'", "barcodes are those"),
        ("UPDATE catalog_price SET price_milli_minor = 1", "prices"),
        ("UPDATE inventory_stock_level SET on_hand_milli = on_hand_milli + 1000", "stock equals its movements"),
        ("UPDATE inventory_stock_level SET reserved_milli = -1000", "nothing is reserved below zero"),
        ("UPDATE orders_order SET state = 'cancelled' WHERE state = 'confirmed'", "orders stand where"),
        ("UPDATE orders_line SET line_total_minor = line_total_minor - 1", "frozen lines are what was placed"),
        ("UPDATE payments_tender SET tendered_minor = tendered_minor - 100 WHERE kind = 'cash'", "the tenders shown"),
        ("UPDATE till_shift SET cash_taken_minor = cash_taken_minor - 500", "expected cash equals"),
        ("UPDATE till_shift SET over_short_minor = 0 WHERE closed_ms IS NOT NULL", "over or short"),
        ("UPDATE fiscal_document SET number = number + 1", "the documents shown"),
        ("DELETE FROM fiscal_document WHERE number = 2", "the documents shown"),
    ] {
        bend(counter.folder(), sql).await.with_context(|| sql.to_owned())?;
        let report = counter.pos.verify().await?;
        assert_eq!((report.clean, report.first_bad_row), (false, None), "{sql}");
        let named = report.offences.iter().any(|offence| offence.invariant.starts_with(invariant));
        assert!(named, "{sql}: {:#?}", report.offences);
        counter.pos.rebuild(None).await?;
        assert_clean(&counter.pos).await.with_context(|| sql.to_owned())?;
    }
    Ok(())
}

#[tokio::test]
async fn a_rebuild_after_a_busy_day_makes_the_same_rows() -> Result<()> {
    let counter = busy().await?;
    assert_rebuild_is_equal(&counter.pos).await?;
    assert_clean(&counter.pos).await
}
