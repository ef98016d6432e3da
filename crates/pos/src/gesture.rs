//! One gesture, one transaction: who acts, under which command, with which approval.

use crate::error::{Error, Result};
use crate::printing::Board;
use crate::shop::ShopContext;
use crate::{No, Pos, Session};
use eventing::{Begun, Decider, Durability, Gesture, Kept, Need, Txn};
use kernel::{Coded, CommandId, CorrelationId, Moment, OperatorId, OrderId, ShiftId, Uuid};
use orders::Order;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use staff::{Act, Fingerprint, Operator, OverrideApproval, OverrideCommand, OverrideFault, Role, UseOverride};
use std::sync::Arc;
use till::Shift;

/// What the transport knows of a gesture before anything is loaded.
pub(crate) struct Call<'a, A> {
    /// The stored name, such as `checkout.pay_cash`.
    pub(crate) name: &'static str,
    pub(crate) who: &'a Session,
    pub(crate) command: CommandId,
    pub(crate) approval: Option<Uuid>,
    pub(crate) durability: Durability,
    pub(crate) request: &'a A,
    reads: fn(&Kept, Option<OrderId>) -> Vec<Need>,
    order: Option<OrderId>,
}

impl<'a, A: Serialize> Call<'a, A> {
    /// A gesture that acknowledges money, stock or identity.
    pub(crate) fn full(name: &'static str, who: &'a Session, command: CommandId, request: &'a A) -> Self {
        let (durability, reads) = (Durability::Full, |_: &Kept, _| Vec::new());
        Self { name, who, command, approval: None, durability, request, reads, order: None }
    }

    /// A gesture that edits an open cart.
    pub(crate) fn edit(name: &'static str, who: &'a Session, command: CommandId, request: &'a A) -> Self {
        Self { durability: Durability::Normal, ..Self::full(name, who, command, request) }
    }

    /// With a second operator's approval.
    pub(crate) fn approved(mut self, approval: Option<Uuid>) -> Self {
        self.approval = approval;
        self
    }

    /// With what its script will read of this order, so that it is read in the call that opens the transaction.
    pub(crate) fn reading(mut self, order: OrderId, reads: fn(&Kept, Option<OrderId>) -> Vec<Need>) -> Self {
        (self.order, self.reads) = (Some(order), reads);
        self
    }

    /// SHA-256 of the name and the content, without the command's own id and the approval.
    fn fingerprint(&self) -> Result<[u8; 32]> {
        let mut content = serde_json::to_value(self.request).map_err(|error| Error::Bug(error.to_string()))?;
        if let Some(fields) = content.as_object_mut() {
            fields.remove("command");
            fields.remove("approval");
        }
        let mut hash = Sha256::new();
        hash.update(self.name.as_bytes());
        hash.update([0]);
        hash.update(content.to_string().as_bytes());
        Ok(hash.finalize().into())
    }
}

/// The counter during one gesture: the transaction, who acts, and the shop.
pub(crate) struct Desk {
    pub(crate) txn: Txn,
    pos: Pos,
    shop: Option<Arc<ShopContext>>,
    session: Session,
    approval: Option<Uuid>,
    fingerprint: [u8; 32],
    /// Whether this gesture queued paper.
    pub(crate) has_paper: bool,
}

impl Desk {
    /// Runs one command; a refusal ends the gesture.
    pub(crate) async fn run<D: Decider>(&mut self, id: Uuid, command: D::Command) -> Result<()>
    where
        Error: From<D::Rejection>,
    {
        self.txn.run::<D>(id, command).await?.map_err(Error::from)
    }

    /// The moment that rules run in.
    pub(crate) fn at(&self) -> &Moment {
        self.txn.at()
    }

    /// The shop.
    ///
    /// # Errors
    /// POS-003 before the first run.
    pub(crate) fn shop(&self) -> Result<Arc<ShopContext>> {
        self.shop.clone().ok_or_else(|| No::NoShop.into())
    }

    /// The running shift, asked of the journal: what was known when this gesture began may be one gesture old.
    ///
    /// # Errors
    /// POS-002 when none is open.
    pub(crate) async fn shift(&mut self) -> Result<ShiftId> {
        if let Some(shift) = self.at().shift
            && matches!(self.txn.state::<Shift>(shift.0).await?, Shift::Open { .. })
        {
            return Ok(shift);
        }
        let register = self.shop()?.register;
        let open = till::find_open_shift(self.txn.untouched(), register).await?.map(crate::opened);
        self.txn.set_shift(open.as_ref().map(|open| open.shift));
        let shift = open.as_ref().map(|open| open.shift).ok_or(No::NoShift);
        self.pos.keep_shift(open);
        Ok(shift?)
    }

    /// Lets the act pass if the operator's role allows it now, or if a second operator approved exactly this act on
    /// exactly this state of the order.
    ///
    /// # Errors
    /// STF-…; where an approval would help, the parameters name the `fingerprint` to approve.
    pub(crate) async fn permit(&mut self, act: Act, order: Option<OrderId>) -> Result<()> {
        let Err(refused) = self.check(act).await? else { return Ok(()) };
        if refused.can_be_overridden().is_none() {
            return Err(refused.into());
        }
        if self.approval.is_some() {
            return self.use_approval(act, order).await;
        }
        let fingerprint = self.ask_for(act, order).await?;
        let mut refusal = refused.refusal();
        if let Some(params) = refusal.params.as_object_mut() {
            params.insert("fingerprint".to_owned(), fingerprint.into());
        }
        Err(Error::Refused(refusal))
    }

    /// Whether the operator's role allows the act now, by itself.
    pub(crate) async fn check(&mut self, act: Act) -> Result<std::result::Result<(), staff::Rejection>> {
        let (operator, role) = (self.session.operator, self.session.role.role);
        let mut needs = vec![Need::stream::<Operator>(operator.0), Need::stream::<Role>(role.0)];
        needs.extend(self.at().shift.map(|shift| Need::stream::<Shift>(shift.0)));
        self.txn.prefetch(needs).await?;
        let standing = self.txn.state::<Operator>(operator.0).await?.clone();
        let role = self.txn.state::<Role>(role.0).await?;
        Ok(staff::check(&standing, role, &act))
    }

    /// Reads streams that the script will need in one query, together with who acts.
    pub(crate) async fn prefetch(&mut self, mut streams: Vec<Need>) -> Result<()> {
        streams.push(Need::stream::<Operator>(self.session.operator.0));
        streams.push(Need::stream::<Role>(self.session.role.role.0));
        Ok(self.txn.prefetch(streams).await?)
    }

    /// The order that was opened last; whether it still is open, the journal knows.
    pub(crate) fn at_hand(&self) -> Option<OrderId> {
        self.pos.at_hand()
    }

    pub(crate) fn keep_at_hand(&self, order: OrderId) {
        self.pos.keep_at_hand(Some(order));
    }

    /// Where the worker of the printer is called.
    pub(crate) fn board(&self) -> &Board {
        self.pos.board()
    }

    /// Whether the request names a second operator's approval.
    pub(crate) fn is_approved(&self) -> bool {
        self.approval.is_some()
    }

    /// Uses the approval up for exactly this act, and names the approver in the commit.
    pub(crate) async fn use_approval(&mut self, act: Act, order: Option<OrderId>) -> Result<()> {
        let fingerprint = self.act_fingerprint(act, order).await?;
        let approval = self.approval.ok_or_else(|| Error::Bug("there is no approval to use".to_owned()))?;
        self.run::<OverrideApproval>(approval, OverrideCommand::Use(UseOverride { fingerprint })).await?;
        let approver = self.txn.state::<OverrideApproval>(approval).await?.approver();
        if !self.pos.refused_acts().holds(approval) || !self.may_still(approver, act).await? {
            return Err(staff::Rejection::OverrideDoesNotHold { why: OverrideFault::Expired }.into());
        }
        self.txn.set_approver(approver);
        Ok(())
    }

    /// Whether the approver works here and may do it at this moment: much can happen within a minute.
    async fn may_still(&mut self, approver: Option<OperatorId>, act: Act) -> Result<bool> {
        let Some(approver) = approver else { return Ok(false) };
        let standing = self.txn.state::<Operator>(approver.0).await?.clone();
        let Ok(role) = standing.active().map(|details| details.role) else { return Ok(false) };
        Ok(staff::check(&standing, self.txn.state::<Role>(role.0).await?, &act).is_ok())
    }

    /// Remembers an act that a second operator may approve, and gives back what names it.
    pub(crate) async fn ask_for(&mut self, act: Act, order: Option<OrderId>) -> Result<String> {
        let fingerprint = self.act_fingerprint(act, order).await?;
        self.pos.refused_acts().remember(fingerprint.clone(), act);
        Ok(fingerprint.into())
    }

    /// What an approval is bound to: the exact request, what it is for, and the order as it stands.
    async fn act_fingerprint(&mut self, act: Act, order: Option<OrderId>) -> Result<Fingerprint> {
        let mut hash = Sha256::new();
        hash.update(self.fingerprint);
        hash.update(format!("{act:?}").as_bytes());
        if let Some(order) = order {
            hash.update(order.0.as_bytes());
            hash.update(self.txn.version::<Order>(order.0).await?.to_be_bytes());
        }
        Ok(Fingerprint::new(hash.finalize().into()))
    }
}

impl Pos {
    /// Runs `script` as one transaction under the call's command. A repeat gets the first reply and does nothing.
    pub(crate) async fn gesture<A: Serialize, R: Serialize + DeserializeOwned>(
        &self,
        call: Call<'_, A>,
        script: impl AsyncFnOnce(&mut Desk) -> Result<R>,
    ) -> Result<R> {
        let fingerprint = call.fingerprint()?;
        let gesture = Gesture {
            name: call.name,
            at: self.moment(call.who.operator, call.command),
            durability: call.durability,
            fingerprint,
        };
        let who = [Need::stream::<Operator>(call.who.operator.0), Need::stream::<Role>(call.who.role.role.0)];
        let shift = gesture.at.shift.map(|shift| Need::stream::<Shift>(shift.0));
        let reads = |kept: &Kept| {
            let mut needs = (call.reads)(kept, call.order);
            needs.extend(who.into_iter().chain(shift));
            needs
        };
        let txn = match self.store().begin_reading(gesture, reads).await? {
            Begun::Fresh(txn) => txn,
            Begun::Repeated(reply) => {
                return serde_json::from_slice(&reply).map_err(|error| Error::Fault(eventing::Fault::Reply(error)));
            }
        };
        let mut desk = Desk {
            txn,
            pos: self.clone(),
            shop: self.shop().ok(),
            session: call.who.clone(),
            approval: call.approval,
            fingerprint,
            has_paper: false,
        };
        let done = match script(&mut desk).await {
            Ok(reply) => desk.queue_paper().map(|()| reply),
            Err(error) => Err(error),
        };
        match done {
            Ok(reply) => {
                let has_paper = desk.has_paper;
                self.saw_time(desk.txn.commit(&reply).await?.highest_ms);
                if has_paper {
                    self.board().call();
                }
                Ok(reply)
            }
            Err(error) => {
                desk.txn.rollback().await;
                Err(error)
            }
        }
    }

    /// This moment, for a question that is asked outside a transaction.
    pub(crate) async fn moment_now(&self, actor: OperatorId) -> Moment {
        let mut at = self.moment(actor, CommandId(Uuid::nil()));
        at.highest_ms = self.store().known_ms(at.now_ms).await;
        at
    }

    fn moment(&self, actor: OperatorId, command: CommandId) -> Moment {
        let now_ms = self.clock().now_ms();
        Moment {
            now_ms,
            highest_ms: now_ms,
            offset_minutes: self.clock().offset_minutes(),
            actor,
            approver: None,
            shift: self.shift().map(|shift| shift.shift),
            command,
            correlation: CorrelationId(command.0),
        }
    }
}
