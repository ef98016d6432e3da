//! From a job to a printer's bytes: the facts are read now, the way they are committed.

use super::{Job, What};
use crate::api::receipts::{receipt_view, seller};
use crate::api::words::ReceiptMark;
use crate::error::{Error, Result};
use crate::paper::{self, Sheet, Till};
use crate::shop::ShopContext;
use crate::{No, Pos};
use devices::escpos::{Shape, Table, Width, encode};
use devices::paper::Paper;
use kernel::{DocumentId, OperatorId, ShiftId};
use store::settings::{CodePage, PaperWidth, PrinterSettings};

impl Pos {
    /// The bytes of a job's paper; none where it has no paper.
    pub(crate) async fn paper_bytes(&self, job: &Job) -> Result<Vec<u8>> {
        let shop = self.shop()?;
        let paper = match job.what {
            What::Receipt { document, copy } => self.receipt_paper(&shop, document, copy).await?,
            What::Shift { shift, copy } => self.shift_paper(&shop, shift, copy).await?,
            What::Test => {
                let sheet = self.sheet(&shop, job.queued_ms);
                paper::test_page(&shop.details.name, &shop.printer, job.queued_ms, &sheet)
            }
            What::RecoveryCode { operator } => self.recovery_paper(&shop, job, operator).await?,
            What::Drawer => return Ok(Vec::new()),
        };
        let shape = shape(&shop.printer);
        // Drawn letters take a while; the threads that answer the counter must not wait for them.
        let encoding = tokio::task::spawn_blocking(move || encode(&paper, &shape));
        encoding.await.map_err(|error| Error::Bug(format!("a paper cannot be drawn: {error}")))
    }

    /// The paper of a document.
    ///
    /// # Errors
    /// POS-020 for an unknown one.
    pub async fn receipt_paper(&self, shop: &ShopContext, document: DocumentId, copy: u32) -> Result<Paper> {
        let mut reader = self.store().reader().await?;
        let view = receipt_view(&mut reader, shop, document).await?;
        Ok(paper::receipt(&view, copy, &self.sheet(shop, view.at_ms)))
    }

    async fn shift_paper(&self, shop: &ShopContext, shift: ShiftId, copy: u32) -> Result<Paper> {
        let report = self.shift_report(shift).await?;
        let mut marks = Vec::new();
        if copy > 0 {
            marks.push(ReceiptMark::Copy);
        }
        if shop.details.demo {
            marks.push(ReceiptMark::Demo);
        }
        let till = Till { seller: seller(shop), register: shop.register_name.clone(), marks };
        Ok(paper::shift_report(&report, &till, &self.sheet(shop, report.closed_ms)))
    }

    async fn recovery_paper(&self, shop: &ShopContext, job: &Job, operator: OperatorId) -> Result<Paper> {
        let code = self.board().code(job.id).ok_or(No::UnknownJob { job: job.id })?;
        let mut reader = self.store().reader().await?;
        let whose = staff::find_operator(&mut reader, operator).await?.map(|row| row.name).unwrap_or_default();
        let sheet = self.sheet(shop, job.queued_ms);
        Ok(paper::recovery_code(&shop.details.name, &whose, code.expose(), job.queued_ms, &sheet))
    }

    fn sheet(&self, shop: &ShopContext, at_ms: i64) -> Sheet {
        Sheet::of(shop, self.clock().offset_minutes_at(at_ms))
    }
}

fn shape(printer: &PrinterSettings) -> Shape {
    Shape {
        width: match printer.paper {
            PaperWidth::Mm58 => Width::Mm58,
            PaperWidth::Mm80 => Width::Mm80,
        },
        table: match printer.code_page {
            CodePage::Wpc1253 => Table::Wpc1253,
            CodePage::Iso8859_7 => Table::Iso8859_7,
            CodePage::Pc858 => Table::Pc858,
            CodePage::Picture => Table::Picture,
        },
        cut: true,
    }
}
