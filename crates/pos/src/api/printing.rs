//! Paper on request: copies, another try, a test page; and where the paper stands.

use super::requests::{DropJob, PrintAgain, PrintCopy, PrintShift, PrintTest, WatchPrinting};
use super::words::Printing;
use crate::error::Result;
use crate::gesture::Call;
use crate::printing::{DROPPED, Job, PRINT, What, key, original_of};
use crate::{No, Pos, Session};
use eventing::{EffectQueue, EffectState, OnLostLease, Queued};
use kernel::{CommandId, OperatorId, Uuid};
use staff::Act;
use std::time::Duration;
use store::settings::PrinterConnection;
use telemetry::Redacted;

/// Jobs that are shown while they are not printed.
const MOST_OPEN: u32 = 50;
/// Printed jobs that are still shown.
const MOST_PRINTED: u32 = 10;
/// How long an answer waits for news; then it comes all the same, so that a lost question is asked anew.
const LONGEST_WATCH: Duration = Duration::from_secs(25);

impl Pos {
    /// Where the paper stands.
    pub async fn printing(&self) -> Result<Printing> {
        let version = self.board().version();
        let printer = self.shop().is_ok_and(|shop| shop.printer.connection != PrinterConnection::None);
        let queued = self.print_queue().list(MOST_OPEN, MOST_PRINTED).await?;
        Ok(Printing { version, printer, jobs: queued.iter().filter_map(Job::view).collect() })
    }

    /// Where the paper stands, once it is newer than what was seen; else after a while as it is.
    pub async fn watch_printing(&self, request: WatchPrinting) -> Result<Printing> {
        if request.seen != 0 {
            self.board().news(request.seen, LONGEST_WATCH).await;
        }
        self.printing().await
    }

    /// Prints a document again, marked as a copy and counted. Where no original came out yet, that is what comes: one
    /// that waits or failed is tried again, one that was never asked for is queued.
    ///
    /// # Errors
    /// POS-020 for an unknown document, POS-021 without a printer.
    pub async fn print_copy(&self, who: &Session, request: PrintCopy) -> Result<()> {
        let call = Call::full("printing.copy", who, request.command, &request);
        let document = request.document;
        let original = key(original_of(document));
        let state = self.print_queue().find(&original).await?.map(|queued| queued.state);
        self.gesture(call, async |desk| {
            desk.permit(Act::Sell, None).await?;
            desk.require_printer()?;
            match state {
                None => desk.queue_original(document).await,
                Some(EffectState::Queued | EffectState::Failed) => Ok(()),
                Some(EffectState::Leased | EffectState::Done | EffectState::Unknown) => desk.queue_copy(document).await,
            }
        })
        .await?;
        self.print_queue().again(&original).await?;
        self.board().ask();
        Ok(())
    }

    /// Tries a job again. What waits or failed is the same paper, at once; what may have come out is a copy.
    ///
    /// # Errors
    /// POS-022 for an unknown job, POS-021 without a printer.
    pub async fn print_again(&self, who: &Session, request: PrintAgain) -> Result<()> {
        let (job, key) = (request.job, key(request.job));
        let found = self.print_queue().find(&key).await?.ok_or(No::UnknownJob { job })?;
        let call = Call::full("printing.again", who, request.command, &request);
        let may_be_out = matches!(found.state, EffectState::Unknown | EffectState::Done);
        self.gesture(call, async |desk| {
            desk.permit(Act::Sell, None).await?;
            desk.require_printer()?;
            if may_be_out { once_more(desk, &found).await } else { Ok(()) }
        })
        .await?;
        match found.state {
            EffectState::Queued | EffectState::Failed => self.print_queue().again(&key).await?,
            EffectState::Unknown => self.print_queue().give_up(&key, DROPPED).await?,
            EffectState::Leased | EffectState::Done => {}
        }
        self.board().ask();
        Ok(())
    }

    /// Gives a job up. What waited or failed is as if it had never been asked for; of what may have come out, that
    /// stays known.
    ///
    /// # Errors
    /// POS-022 for an unknown job.
    pub async fn drop_job(&self, who: &Session, request: DropJob) -> Result<()> {
        let (job, key) = (request.job, key(request.job));
        let call = Call::full("printing.drop", who, request.command, &request);
        self.gesture(call, async |desk| desk.permit(Act::Sell, None).await).await?;
        // A repeat finds nothing more to drop, which is what it asked for.
        let Some(found) = self.print_queue().find(&key).await? else { return Ok(()) };
        match found.state {
            EffectState::Queued | EffectState::Failed => {
                self.print_queue().drop_effect(&key).await?;
            }
            EffectState::Unknown => self.print_queue().give_up(&key, DROPPED).await?,
            EffectState::Leased | EffectState::Done => {}
        }
        self.board().forget_code(job);
        self.board().tell();
        Ok(())
    }

    /// Prints a page that shows what the printer can do.
    ///
    /// # Errors
    /// STF-001 for somebody who may not set up the shop, POS-021 without a printer.
    pub async fn print_test(&self, who: &Session, request: PrintTest) -> Result<()> {
        let call = Call::full("printing.test", who, request.command, &request);
        self.gesture(call, async |desk| {
            desk.permit(Act::SetUpShop, None).await?;
            desk.require_printer()?;
            let at = desk.at();
            let (id, queued_ms) = (Uuid::new_v5(&at.command.0, b"test"), at.now_ms);
            desk.queue_job(&Job { id, what: What::Test, number: String::new(), queued_ms, drawer: false })
        })
        .await?;
        self.board().ask();
        Ok(())
    }

    /// Prints a closed shift's report.
    ///
    /// # Errors
    /// POS-023 for a shift that is not closed, STF-001 for one of other people, POS-021 without a printer.
    pub async fn print_shift(&self, who: &Session, request: PrintShift) -> Result<()> {
        self.refuse_report(who, request.shift).await?;
        let report = self.shift_report(request.shift).await?;
        let call = Call::full("printing.shift", who, request.command, &request);
        self.gesture(call, async |desk| {
            desk.permit(Act::Sell, None).await?;
            desk.require_printer()?;
            let at = desk.at();
            let (id, queued_ms) = (Uuid::new_v5(&at.command.0, b"shift"), at.now_ms);
            let what = What::Shift { shift: report.shift, copy: 0 };
            desk.queue_job(&Job { id, what, number: report.number.to_string(), queued_ms, drawer: false })
        })
        .await?;
        self.board().ask();
        Ok(())
    }

    /// Prints a recovery code that was just issued. The code itself stays in memory: a restart before it is out loses
    /// the paper, never the secret. None where no printer is set up.
    pub(crate) async fn print_recovery_code(
        &self,
        who: &Session,
        issued: CommandId,
        operator: OperatorId,
        code: Redacted<String>,
    ) -> Result<Option<Uuid>> {
        if self.shop()?.printer.connection == PrinterConnection::None {
            return Ok(None);
        }
        let command = CommandId(Uuid::new_v5(&issued.0, b"print"));
        let job = Uuid::new_v5(&command.0, b"recovery");
        self.board().keep_code(job, code);
        let call = Call::full("printing.recovery_code", who, command, &operator);
        self.gesture(call, async |desk| {
            let (what, queued_ms) = (What::RecoveryCode { operator }, desk.at().now_ms);
            desk.queue_job(&Job { id: job, what, number: String::new(), queued_ms, drawer: false })
        })
        .await?;
        Ok(Some(job))
    }

    /// The queue of print jobs.
    pub(crate) fn print_queue(&self) -> EffectQueue<'_> {
        EffectQueue::new(self.store(), PRINT, OnLostLease::Unknown)
    }
}

/// The paper of a job that may have come out, once more.
async fn once_more(desk: &mut crate::gesture::Desk, found: &Queued) -> Result<()> {
    let old = Job::decode(&found.payload)?;
    let what = match old.what {
        What::Receipt { document, .. } => return desk.queue_copy(document).await,
        What::Shift { shift, copy } => What::Shift { shift, copy: copy.saturating_add(1) },
        What::Test | What::RecoveryCode { .. } => old.what,
        // A drawer is not opened without cash.
        What::Drawer => return Ok(()),
    };
    let at = desk.at();
    let (id, queued_ms) = (Uuid::new_v5(&at.command.0, b"again"), at.now_ms);
    if let Some(code) = desk.board().code(old.id) {
        desk.board().keep_code(id, code);
    }
    desk.queue_job(&Job { id, what, number: old.number, queued_ms, drawer: false })
}
