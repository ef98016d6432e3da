//! A closed shift in full: what its printed report says, and its screen.

use super::receipts::Names;
use super::requests::FindShift;
use super::words::ShiftReport;
use crate::error::Result;
use crate::{No, Pos, Session};
use contracts::{DocumentType, TaxRow};
use eventing::sqlx::SqliteConnection;
use fiscal::DocumentRow;
use kernel::{Money, OrderId, ShiftId};
use staff::{Act, Operator, Role};

impl Pos {
    /// A closed shift in full. An open one says nothing: whoever counts must not see what is expected.
    ///
    /// # Errors
    /// POS-023 for a shift that is not closed, STF-001 for one of other people.
    pub async fn find_shift(&self, who: &Session, request: FindShift) -> Result<ShiftReport> {
        self.refuse_report(who, request.shift).await?;
        self.shift_report(request.shift).await
    }

    /// Whoever opened or closed a shift may see it; others need to be allowed to.
    pub(super) async fn refuse_report(&self, who: &Session, shift: ShiftId) -> Result<()> {
        let mut reader = self.store().reader().await?;
        let row = till::find_shift(&mut reader, shift).await?.ok_or(No::NoReport)?;
        drop(reader);
        if row.opened_by == who.operator || row.closed_by == Some(who.operator) {
            return Ok(());
        }
        let standing = self.store().state::<Operator>(who.operator.0).await?;
        let role = self.store().state::<Role>(standing.active()?.role.0).await?;
        Ok(staff::check(&standing, &role, &Act::SeeReports)?)
    }

    pub(crate) async fn shift_report(&self, shift: ShiftId) -> Result<ShiftReport> {
        let mut reader = self.store().reader().await?;
        let row = till::find_shift(&mut reader, shift).await?.ok_or(No::NoReport)?;
        let (Some(closed_ms), Some(closed_by), Some(counted), Some(over_short)) =
            (row.closed_ms, row.closed_by, row.counted, row.over_short)
        else {
            return Err(No::NoReport.into());
        };
        let documents = fiscal::list_by_shift(&mut reader, shift).await?;
        let mut sales = documents.iter().filter(|document| document.document_type == DocumentType::Sale);
        let first_number = sales.next().map(|document| document.document_number.clone());
        let last_number = sales.next_back().map(|document| document.document_number.clone());
        let mut names = Names::default();
        Ok(ShiftReport {
            shift,
            number: row.number,
            opened_ms: row.opened_ms,
            closed_ms,
            opened_by: names.of(&mut reader, row.opened_by).await?,
            closed_by: names.of(&mut reader, closed_by).await?,
            float: row.float,
            cash_taken: row.cash_taken,
            cash_given_back: row.cash_given_back,
            card: row.card,
            coupon: row.coupon,
            sales_count: row.sales_count,
            sales: row.sales,
            reversals_count: row.reversals_count,
            reversals: row.reversals,
            taxes: taxes(&mut reader, &documents).await?,
            copies: fiscal::count_copies_in_shift(&mut reader, shift).await?,
            last_number: last_number.or_else(|| first_number.clone()),
            first_number,
            pieces: row.pieces,
            counted,
            expected: row.expected,
            over_short,
            grand_total: till::grand_total(&mut reader, row.register, row.number, row.float.currency).await?,
        })
    }
}

/// Base and tax by rate of a shift's sales, its reversals taken off.
async fn taxes(connection: &mut SqliteConnection, documents: &[DocumentRow]) -> Result<Vec<TaxRow>> {
    let of_type = |wanted: DocumentType| -> Vec<OrderId> {
        documents.iter().filter(|row| row.document_type == wanted).map(|row| row.order).collect()
    };
    let mut rows = orders::views::sum_taxes(connection, &of_type(DocumentType::Sale)).await?;
    for back in orders::views::sum_taxes(connection, &of_type(DocumentType::Reversal)).await? {
        let zero = Money::zero(back.base.currency);
        let same = |row: &&mut TaxRow| {
            row.tax_group == back.tax_group && row.treatment == back.treatment && row.rate == back.rate
        };
        match rows.iter_mut().find(same) {
            Some(row) => {
                row.base = row.base.minus(back.base)?;
                row.tax = row.tax.minus(back.tax)?;
            }
            // An order of an earlier shift that was undone in this one.
            None => rows.push(TaxRow { base: zero.minus(back.base)?, tax: zero.minus(back.tax)?, ..back }),
        }
    }
    Ok(rows)
}
