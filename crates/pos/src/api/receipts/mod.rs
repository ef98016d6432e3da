//! Receipts: found by whatever somebody remembers of them, and shown in full. All of it is read from what the journal's
//! facts left in the views; nothing is computed anew.

mod sought;

pub(super) use sought::printed_code;

use super::requests::{FindReceipt, ListReceipts};
use super::words::{ReceiptLine, ReceiptMark, ReceiptPage, ReceiptRow, ReceiptTax, ReceiptTender, ReceiptView, Seller};
use crate::error::{Error, Result};
use crate::paper::languages;
use crate::shop::ShopContext;
use crate::{No, Pos};
use contracts::{DocumentType, PricedLine, Quote, TaxRow, TenderKind};
use eventing::sqlx::SqliteConnection;
use fiscal::DocumentRow;
use kernel::{DocumentId, LineNumber, Money, OperatorId};
use orders::views::OrderLineRow;
use payments::TenderRow;
use std::collections::BTreeMap;

/// Receipts of one page.
const PAGE: u32 = 50;

impl Pos {
    /// A page of receipts, newest first: all of them, or those that the text finds.
    pub async fn list_receipts(&self, request: ListReceipts) -> Result<ReceiptPage> {
        let shop = self.shop()?;
        let mut reader = self.store().reader().await?;
        let wanted = sought::wanted(&mut reader, &request.text, shop.currency).await?;
        let mut rows = fiscal::list_page(&mut reader, wanted.as_ref(), PAGE + 1, request.offset).await?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let mut names = Names::default();
        let mut receipts = Vec::with_capacity(rows.len());
        for row in rows {
            receipts.push(receipt_row(&mut reader, row, &mut names).await?);
        }
        Ok(ReceiptPage { receipts, more })
    }

    /// One receipt in full.
    ///
    /// # Errors
    /// POS-020 where no document has this id.
    pub async fn find_receipt(&self, request: FindReceipt) -> Result<ReceiptView> {
        let shop = self.shop()?;
        let running = self.shift().map(|shift| shift.shift);
        let mut reader = self.store().reader().await?;
        let mut view = receipt_view(&mut reader, &shop, request.document).await?;
        if let (DocumentType::Sale, Some(shift)) = (view.document_type, running) {
            let last = orders::views::last_confirmed_in_shift(&mut reader, shift).await?;
            view.can_reverse = last == Some(view.order);
        }
        Ok(view)
    }
}

/// A document with everything that stands on its paper. Whether it can be reversed is for the caller to say.
pub(crate) async fn receipt_view(
    connection: &mut SqliteConnection,
    shop: &ShopContext,
    document: DocumentId,
) -> Result<ReceiptView> {
    let row = fiscal::find_document(connection, document).await?;
    let row = row.ok_or(No::UnknownReceipt { document })?;
    let sale = match row.document_type {
        DocumentType::Sale => Some(row.clone()),
        DocumentType::Reversal => fiscal::find_by_order(connection, row.order, DocumentType::Sale).await?,
    };
    let mirror = match row.document_type {
        DocumentType::Sale => fiscal::find_by_order(connection, row.order, DocumentType::Reversal).await?,
        DocumentType::Reversal => sale.clone(),
    };
    let quote = orders::views::find_quote(connection, row.order).await?;
    let quote = quote.ok_or_else(|| Error::Bug(format!("document {document} has no priced order")))?;
    let noted = orders::views::list_lines(connection, row.order).await?;
    let order = orders::views::find_order(connection, row.order).await?;
    let tenders = payments::list_tenders(connection, row.order).await?;
    let tenders = tenders_of(&row, sale.as_ref(), &tenders);
    let letters = Letters::of(&quote.taxes);
    Ok(ReceiptView {
        document,
        order: row.order,
        document_type: row.document_type,
        number: row.document_number.clone(),
        other_number: mirror.map(|other| other.document_number),
        at_ms: row.at_ms,
        languages: languages(shop),
        seller: seller(shop),
        register: shop.register_name.clone(),
        operator: Names::default().of(connection, row.operator).await?,
        lines: lines(&quote, &noted, &letters),
        subtotal: quote.subtotal,
        discount: quote.discount,
        taxes: letters.table(),
        tax_included: quote.tax_included,
        total: quote.total,
        change: Money::sum(tenders.iter().map(|tender| tender.change), quote.currency)?,
        tenders,
        marks: marks(shop, &row),
        fiscal_mark: row.mark,
        fiscal_qr: row.qr,
        copies: fiscal::count_copies(connection, document).await?,
        note: order.and_then(|order| order.note),
        footer: shop.receipt.footer.clone(),
        can_reverse: false,
    })
}

/// The seller's words, as they are today.
pub(crate) fn seller(shop: &ShopContext) -> Seller {
    let details = &shop.details;
    Seller { name: details.name.clone(), address: details.address.clone(), tax_id: details.tax_id.clone() }
}

/// What is stamped across a document; a copy's mark is its paper's alone.
fn marks(shop: &ShopContext, row: &DocumentRow) -> Vec<ReceiptMark> {
    let mut marks = Vec::new();
    if shop.details.demo {
        marks.push(ReceiptMark::Demo);
    }
    if row.document_type == DocumentType::Reversal {
        marks.push(ReceiptMark::Reversal);
    }
    if shop.profile.fiscal_adapter.value.required && row.mark.is_none() {
        marks.push(ReceiptMark::NotATaxReceipt);
    }
    marks
}

async fn receipt_row(connection: &mut SqliteConnection, row: DocumentRow, names: &mut Names) -> Result<ReceiptRow> {
    let (sale, reversed) = match row.document_type {
        DocumentType::Sale => {
            let mirror = fiscal::find_by_order(connection, row.order, DocumentType::Reversal).await?;
            (Some(row.clone()), mirror.is_some())
        }
        DocumentType::Reversal => (fiscal::find_by_order(connection, row.order, DocumentType::Sale).await?, false),
    };
    let tenders = payments::list_tenders(connection, row.order).await?;
    Ok(ReceiptRow {
        document: row.document,
        order: row.order,
        document_type: row.document_type,
        tenders: held_at(&row, sale.as_ref(), &tenders).map(|tender| tender.kind).collect(),
        operator: names.of(connection, row.operator).await?,
        number: row.document_number,
        total: row.total,
        at_ms: row.at_ms,
        reversed,
    })
}

/// The tenders that belong to a document. A sale was paid with those that were taken before it and not given back by
/// then; a reversal gave back those that the sale had held.
fn held_at<'a>(
    row: &'a DocumentRow,
    sale: Option<&'a DocumentRow>,
    tenders: &'a [TenderRow],
) -> impl Iterator<Item = &'a TenderRow> {
    let sold_at = sale.map_or(row.position, |sale| sale.position);
    let held = move |tender: &&TenderRow| {
        tender.position < sold_at && tender.given_back_position.is_none_or(|back| back > sold_at)
    };
    tenders.iter().filter(held)
}

/// The tenders of a sale that its order was paid with, as long as they were its own: what was given back while it was
/// being paid is none of them.
pub(crate) fn paid_with<'a>(sale: &'a DocumentRow, tenders: &'a [TenderRow]) -> impl Iterator<Item = &'a TenderRow> {
    held_at(sale, Some(sale), tenders)
}

fn tenders_of(row: &DocumentRow, sale: Option<&DocumentRow>, tenders: &[TenderRow]) -> Vec<ReceiptTender> {
    let held = held_at(row, sale, tenders);
    match row.document_type {
        DocumentType::Sale => held.map(taken).collect(),
        DocumentType::Reversal => held.map(given_back).collect(),
    }
}

fn taken(tender: &TenderRow) -> ReceiptTender {
    ReceiptTender {
        kind: tender.kind,
        amount: tender.amount,
        tendered: tender.tendered,
        change: tender.change,
        detail: detail(tender),
    }
}

fn given_back(tender: &TenderRow) -> ReceiptTender {
    ReceiptTender {
        kind: tender.kind,
        amount: tender.amount,
        tendered: tender.handed_back.unwrap_or(tender.amount),
        change: Money::zero(tender.amount.currency),
        detail: detail(tender),
    }
}

/// A card's brand and last four digits, where the slip says them.
fn detail(tender: &TenderRow) -> Option<String> {
    match tender.kind {
        TenderKind::Card => {
            let slip = tender.card.as_ref()?;
            let words = [slip.brand.trim(), slip.last_four.trim()];
            let said: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            (!said.is_empty()).then(|| said.join(" "))
        }
        TenderKind::Cash | TenderKind::Coupon => None,
    }
}

fn lines(quote: &Quote, noted: &[OrderLineRow], letters: &Letters) -> Vec<ReceiptLine> {
    let note = |line: LineNumber| noted.iter().find(|row| row.line == line).and_then(|row| row.note.clone());
    let line = |line: &PricedLine| ReceiptLine {
        name: line.name.clone(),
        sku: line.sku.clone(),
        quantity: line.quantity,
        unit_price: line.unit_price,
        amount: line.amount,
        discount: line.discount,
        line_total: line.line_total,
        tax_letter: letters.of_line(line),
        note: note(line.line),
    };
    quote.lines.iter().map(line).collect()
}

/// The letters of the tax table: A for its first row, B for the second.
struct Letters(Vec<TaxRow>);

impl Letters {
    fn of(taxes: &[TaxRow]) -> Self {
        Self(taxes.to_vec())
    }

    fn letter(at: usize) -> String {
        let letter = u8::try_from(at).ok().and_then(|at| b'A'.checked_add(at)).filter(u8::is_ascii_uppercase);
        letter.map_or_else(|| (at + 1).to_string(), |letter| char::from(letter).to_string())
    }

    fn of_line(&self, line: &PricedLine) -> String {
        let same = |tax: &TaxRow| {
            tax.tax_group == line.tax_group && tax.treatment == line.treatment && tax.rate == line.tax_rate
        };
        self.0.iter().position(same).map(Self::letter).unwrap_or_default()
    }

    fn table(&self) -> Vec<ReceiptTax> {
        let row = |(at, tax): (usize, &TaxRow)| ReceiptTax {
            letter: Self::letter(at),
            rate: tax.rate,
            base: tax.base,
            tax: tax.tax,
        };
        self.0.iter().enumerate().map(row).collect()
    }
}

/// Names of operators, each looked up once.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<OperatorId, String>);

impl Names {
    /// The name of an operator, whether they still work here or not.
    pub(crate) async fn of(&mut self, connection: &mut SqliteConnection, operator: OperatorId) -> Result<String> {
        if let Some(name) = self.0.get(&operator) {
            return Ok(name.clone());
        }
        let name = staff::find_operator(connection, operator).await?.map(|row| row.name).unwrap_or_default();
        self.0.insert(operator, name.clone());
        Ok(name)
    }
}
