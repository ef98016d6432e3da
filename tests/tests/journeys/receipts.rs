//! Receipts: found by whatever somebody remembers, and showing what the journal says.

use crate::{CASE, CHARGER, GLASS, shop};
use ::fiscal::scripted::ScriptedAdapter;
use ::fiscal::series::Command;
use ::fiscal::{ChooseAdapter, FiscalAdapter, ReceiptSeries};
use anyhow::{Context, Result};
use contracts::{DocumentType, TenderKind};
use pos::api::requests as ask;
use pos::api::words::{ReceiptMark, ReceiptView, SaleView, Scanned};
use pos::effects::FiscalWorker;
use std::sync::Arc;
use store::Language;
use tests::counter::{Counter, command, eur};
use tests::day::decide;
use tests::gestures::{card, code, line_discount, paid, part, percent, tender_of};
use tests::ledger::assert_rebuild_is_equal;

async fn found(counter: &Counter, text: &str) -> Result<Vec<String>> {
    let request = ask::ListReceipts { text: text.to_owned(), offset: 0 };
    let page = counter.pos.list_receipts(request).await?;
    Ok(page.receipts.into_iter().map(|row| row.number).collect())
}

async fn receipt(counter: &Counter, sale: &SaleView) -> Result<ReceiptView> {
    Ok(counter.pos.find_receipt(ask::FindReceipt { document: sale.document }).await?)
}

#[tokio::test]
async fn a_receipt_says_what_was_sold_and_how_it_was_paid() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE, GLASS]).await?;
    let cart = counter.pos.discount_line(&counter.manager, line_discount(&cart, 1, percent(10))).await?;
    let cart = counter.note_line(&cart, 1, Some("for the gift")).await?;
    let cart = counter.note_order(&cart, Some("call first")).await?;
    let sale = paid(counter.pay_cash(&cart, Some(eur(5_000))).await?)?;

    let view = receipt(&counter, &sale).await?;
    assert_eq!((view.number.as_str(), view.document_type), ("A-1", DocumentType::Sale));
    assert_eq!((view.seller.name.as_str(), view.operator.as_str()), ("Minas Kypseli", "Maria K."));
    assert_eq!(view.languages, [Language::El, Language::En], "the legal language first, then the counter's");
    let lines: Vec<_> =
        view.lines.iter().map(|line| (line.amount.minor, line.discount.minor, line.line_total.minor)).collect();
    assert_eq!(lines, [(1_290, 129, 1_161), (990, 0, 990)]);
    assert!(view.lines.iter().all(|line| line.tax_letter == "A" && line.tax_letter == view.taxes[0].letter));
    assert_eq!((view.lines[0].note.as_deref(), view.note.as_deref()), (Some("for the gift"), Some("call first")));
    assert_eq!((view.subtotal.minor, view.discount.minor, view.total.minor), (2_280, 129, 2_151));
    assert_eq!((view.tenders.len(), view.tenders[0].tendered, view.change), (1, eur(5_000), eur(2_849)));
    assert!(view.can_reverse && view.copies == 0 && view.other_number.is_none());
    Ok(())
}

#[tokio::test]
async fn a_tender_that_went_back_before_the_sale_was_done_is_not_on_its_receipt() -> Result<()> {
    let counter = shop().await?;
    let cart = counter.cart(&[CASE]).await?;
    let by_card = card(&cart, Some(eur(290)));
    let tender = tender_of(by_card.command);
    part(counter.pos.pay_card(&counter.cashier, by_card).await?)?;
    let cart = counter.give_back(cart.order, tender).await?;
    let sale = paid(counter.pay_cash(&cart, None).await?)?;
    let view = receipt(&counter, &sale).await?;
    assert_eq!(view.tenders.iter().map(|tender| tender.kind).collect::<Vec<_>>(), [TenderKind::Cash]);
    let again = counter.pos.find_sale(sale.order).await?.context("it is a sale")?;
    assert_eq!(again, sale, "the sale reads the same later");

    counter.reverse(&sale).await?;
    assert_eq!(receipt(&counter, &sale).await?.tenders, view.tenders, "a reversal changes no receipt");
    Ok(())
}

#[tokio::test]
async fn a_reversal_is_a_document_of_its_own_that_names_the_sale() -> Result<()> {
    let counter = shop().await?;
    let sale = counter.sell(&[CASE]).await?;
    counter.reverse(&sale).await?;
    let page = counter.pos.list_receipts(ask::ListReceipts { text: String::new(), offset: 0 }).await?;
    let rows: Vec<_> = page.receipts.iter().map(|row| (row.number.as_str(), row.reversed, row.tenders.len())).collect();
    assert_eq!(rows, [("R-1", false, 1), ("A-1", true, 1)], "newest first");

    let mirror = counter.pos.find_receipt(ask::FindReceipt { document: page.receipts[0].document }).await?;
    assert_eq!((mirror.document_type, mirror.other_number.as_deref()), (DocumentType::Reversal, Some("A-1")));
    assert!(mirror.marks.contains(&ReceiptMark::Reversal));
    assert_eq!((mirror.total, mirror.tenders[0].tendered), (eur(1_290), eur(1_290)));
    let sold = receipt(&counter, &sale).await?;
    assert_eq!((sold.other_number.as_deref(), sold.can_reverse), (Some("R-1"), false));
    assert_rebuild_is_equal(&counter.pos).await
}

#[tokio::test]
async fn a_receipt_is_found_by_number_amount_product_note_and_card() -> Result<()> {
    let counter = shop().await?;
    counter.sell(&[CASE]).await?;
    let cart = counter.cart(&[GLASS, CHARGER]).await?;
    let cart = counter.note_line(&cart, 1, Some("Για τη Σοφία")).await?;
    let by_card = card(&cart, None);
    let digits = by_card.slip.last_four.clone();
    paid(counter.pos.pay_card(&counter.cashier, by_card).await?)?;
    let sale = counter.sell(&[GLASS]).await?;
    counter.reverse(&sale).await?;

    for text in ["", "  "] {
        assert_eq!(found(&counter, text).await?, ["R-1", "A-3", "A-2", "A-1"]);
    }
    for (text, numbers) in [
        ("A-2", &["A-2"][..]),
        ("α2", &["A-2"]),
        ("1", &["R-1", "A-1"]),
        ("12,90", &["A-1"]),
        ("€25.80", &["A-2"]),
        ("product glass", &["R-1", "A-3", "A-2"]),
        ("CHARGER", &["A-2"]),
        (CASE, &["A-1"]),
        ("σοφια", &["A-2"]),
        (&digits, &["A-2"]),
        ("nothing like it", &[]),
        ("A-99", &[]),
    ] {
        assert_eq!(found(&counter, text).await?, numbers, "{text:?}");
    }
    Ok(())
}

#[tokio::test]
async fn pages_of_receipts_follow_each_other() -> Result<()> {
    let counter = shop().await?;
    for _ in 0..53 {
        counter.sell(&[CASE]).await?;
    }
    let page = async |offset| counter.pos.list_receipts(ask::ListReceipts { text: "12,90".to_owned(), offset }).await;
    let (first, second) = (page(0).await?, page(50).await?);
    assert_eq!((first.receipts.len(), first.more), (50, true));
    assert_eq!((second.receipts.len(), second.more), (3, false));
    assert_eq!((first.receipts[0].number.as_str(), second.receipts[2].number.as_str()), ("A-53", "A-1"));
    Ok(())
}

#[tokio::test]
async fn a_greek_receipt_without_the_authoritys_mark_is_no_tax_receipt() -> Result<()> {
    let counter = shop().await?;
    let sale = counter.sell(&[CASE]).await?;
    assert_eq!(receipt(&counter, &sale).await?.marks, [ReceiptMark::NotATaxReceipt]);

    let adapter = Arc::new(ScriptedAdapter::new([]));
    let choose = ChooseAdapter { adapter: adapter.name().to_owned(), submits: adapter.submits() };
    decide::<ReceiptSeries>(&counter.pos, ReceiptSeries::STREAM, Command::ChooseAdapter(choose)).await?;
    let sale = counter.sell(&[CASE]).await?;
    assert_eq!(receipt(&counter, &sale).await?.marks, [ReceiptMark::NotATaxReceipt], "it has not answered yet");
    FiscalWorker::new(counter.pos.clone(), adapter as Arc<dyn FiscalAdapter>).drain().await?;
    let view = receipt(&counter, &sale).await?;
    assert_eq!((view.marks.as_slice(), view.fiscal_mark.as_deref()), (&[][..], Some("MARK-1")));
    assert!(view.fiscal_qr.is_some());
    Ok(())
}

#[tokio::test]
async fn a_country_that_asks_for_no_device_marks_nothing() -> Result<()> {
    let counter = Counter::in_country("ca-on").await?;
    counter.open_shift(10_000).await?;
    counter.product("CASE", CASE, 1_290).await?;
    let sale = counter.sell(&[CASE]).await?;
    let view = receipt(&counter, &sale).await?;
    assert_eq!((view.marks.as_slice(), view.tax_included), (&[][..], false));
    assert_eq!(view.languages, [Language::En]);
    Ok(())
}

#[tokio::test]
async fn what_was_never_printed_on_a_receipt_is_not_found() -> Result<()> {
    let counter = shop().await?;
    let document = kernel::DocumentId(kernel::Uuid::nil());
    assert_eq!(code(counter.pos.find_receipt(ask::FindReceipt { document }).await), "POS-020");
    Ok(())
}

#[tokio::test]
async fn a_closed_shift_reports_its_documents_and_an_open_one_says_nothing() -> Result<()> {
    let counter = shop().await?;
    let first = counter.pos.shift().context("it is open")?.shift;
    let sale = counter.sell(&[CASE]).await?;
    counter.reverse(&sale).await?;
    let cart = counter.cart(&[GLASS]).await?;
    paid(counter.pay_card(&cart, None).await?)?;
    let open = ask::FindShift { shift: first };
    assert_eq!(
        code(counter.pos.find_shift(&counter.cashier, open.clone()).await),
        "POS-023",
        "whoever counts must not see it"
    );
    counter.close_shift(eur(10_050)).await?;

    let report = counter.pos.find_shift(&counter.cashier, open).await?;
    assert_eq!((report.number, report.sales_count, report.reversals_count), (1, 2, 1));
    assert_eq!((report.sales, report.reversals, report.card), (eur(2_280), eur(1_290), eur(990)));
    assert_eq!(report.taxes.iter().map(|tax| tax.base.minor + tax.tax.minor).sum::<i64>(), 990, "the mirror is off");
    assert_eq!((report.first_number.as_deref(), report.last_number.as_deref()), (Some("A-1"), Some("A-2")));
    assert_eq!((report.expected, report.counted, report.over_short), (eur(10_000), eur(10_050), eur(50)));
    assert_eq!((report.opened_by.as_str(), report.grand_total), ("Maria K.", eur(990)));

    counter.open_shift(5_000).await?;
    let second = counter.pos.shift().context("it is open")?.shift;
    counter.sell(&[GLASS]).await?;
    counter.close_shift(eur(5_990)).await?;
    let report = counter.pos.find_shift(&counter.cashier, ask::FindShift { shift: second }).await?;
    assert_eq!((report.sales, report.grand_total), (eur(990), eur(1_980)), "the grand total is never reset");
    let unknown = ask::PrintShift { command: command(), shift: kernel::ShiftId(kernel::Uuid::nil()) };
    assert_eq!(code(counter.pos.print_shift(&counter.cashier, unknown).await), "POS-023");
    Ok(())
}

#[tokio::test]
async fn a_shifts_report_comes_out_on_paper() -> Result<()> {
    let counter = shop().await?;
    let mut printer = counter.printer(devices::fakes::Manner::Answers).await?;
    let shift = counter.pos.shift().context("it is open")?.shift;
    counter.close_shift(eur(9_990)).await?;
    counter.pos.print_shift(&counter.cashier, ask::PrintShift { command: command(), shift }).await?;
    counter.print_worker().drain().await?;
    let sheet = tests::paper::next(&mut printer).await?;
    assert!(sheet.says("Έλλειμμα") && sheet.says("-0,10 €"), "{:?}", sheet.lines);
    Ok(())
}

#[tokio::test]
async fn the_code_on_a_receipt_names_its_document_and_leaves_the_cart_alone() -> Result<()> {
    let counter = shop().await?;
    let sale = counter.sell(&[CASE]).await?;
    let cart = counter.cart(&[GLASS]).await?;
    for code in ["A-1", "a-1", " A-1 ", "Α-1", "α-1"] {
        let scanned = counter.scan(Some(cart.order), code).await?;
        assert_eq!(scanned, Scanned::Receipt { document: sale.document }, "{code}");
    }
    assert_eq!(counter.pos.cart(cart.order).await?, cart);
    counter.cancel(&counter.cashier, cart.order).await?;
    let before = counter.seq().await;
    assert_eq!(counter.scan(None, "A-1").await?, Scanned::Receipt { document: sale.document });
    assert_eq!(counter.seq().await, before, "it begins no order");
    Ok(())
}

#[tokio::test]
async fn a_code_that_a_product_has_or_no_receipt_has_is_no_receipt() -> Result<()> {
    let counter = shop().await?;
    counter.sell(&[CASE]).await?;
    for code in ["A1", "A-2", "B-1", "1"] {
        assert!(matches!(counter.scan(None, code).await?, Scanned::Unknown { .. }), "{code}");
    }
    counter.product("A-1", "2900000010031", 700).await?;
    assert!(matches!(counter.scan(None, "A-1").await?, Scanned::Added { .. }));
    Ok(())
}
