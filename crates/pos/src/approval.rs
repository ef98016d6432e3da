//! A second operator's approval of one act that was refused: in place, once, for a minute.

use crate::api::requests::{Approve, ListApprovers};
use crate::api::words::OperatorView;
use crate::error::{Error, Result};
use crate::gesture::Call;
use crate::session::{PinFor, Tried};
use crate::{Pos, Session};
use kernel::Uuid;
use serde::{Deserialize, Serialize};
use staff::{
    Act, ApprovalState, Fingerprint, GrantOverride, Operator, OverrideApproval, OverrideCommand, OverrideFault,
    RefuseOverride, RefusedBecause, Rejection, Role,
};
use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};
use telemetry::Redacted;

/// Acts that are remembered for an approval; the oldest is forgotten.
const REFUSED_ACTS_KEPT: usize = 32;

/// Characters of the act in words that are kept: a sentence on the screen.
const MOST_ACT_CHARS: usize = 300;

/// The acts that were refused lately, and the approvals since the last sign-on. The size of an act is never taken from
/// the screen.
#[derive(Default)]
pub(crate) struct RefusedActs {
    acts: Mutex<VecDeque<(Fingerprint, Act)>>,
    approvals: Mutex<HashSet<Uuid>>,
}

impl RefusedActs {
    pub(crate) fn remember(&self, fingerprint: Fingerprint, act: Act) {
        let mut acts = self.acts.lock().unwrap_or_else(PoisonError::into_inner);
        acts.retain(|(known, _)| *known != fingerprint);
        if acts.len() == REFUSED_ACTS_KEPT {
            acts.pop_front();
        }
        acts.push_back((fingerprint, act));
    }

    fn find(&self, fingerprint: &Fingerprint) -> Option<Act> {
        let acts = self.acts.lock().unwrap_or_else(PoisonError::into_inner);
        acts.iter().find(|(known, _)| known == fingerprint).map(|(_, act)| *act)
    }

    fn keep_approval(&self, approval: Uuid) {
        self.approvals.lock().unwrap_or_else(PoisonError::into_inner).insert(approval);
    }

    /// Whether an approval was given since somebody signed on last, in this run of the program.
    pub(crate) fn holds(&self, approval: Uuid) -> bool {
        self.approvals.lock().unwrap_or_else(PoisonError::into_inner).contains(&approval)
    }

    /// Nobody signs on or off under an approval.
    pub(crate) fn end_approvals(&self) {
        self.approvals.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// The act as the record says it: one line, without marks that would show its words in another order.
fn in_words(act: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    act.chars().filter(|c| !c.is_control() && !turns(*c)).take(MOST_ACT_CHARS).collect()
}

/// What came of an approval; a refused one is a fact and commits.
#[derive(Serialize, Deserialize)]
enum Approved {
    Yes,
    No,
}

impl Pos {
    /// Who could approve what was refused: everybody else who works here, has a PIN, and whose role covers the act.
    ///
    /// # Errors
    /// STF-014 for an act that nobody asked for lately.
    pub async fn list_approvers(&self, who: &Session, request: ListApprovers) -> Result<Vec<OperatorView>> {
        let (_, act) = self.refused_act(request.fingerprint)?;
        let mut approvers = self.operators().await?;
        approvers.retain(|view| view.operator != who.operator);
        let mut may = Vec::with_capacity(approvers.len());
        for view in approvers {
            let standing = self.store().state::<Operator>(view.operator.0).await?;
            let role = self.store().state::<Role>(standing.active()?.role.0).await?;
            if staff::check(&standing, &role, &act).is_ok() {
                may.push(view);
            }
        }
        Ok(may)
    }

    /// The act that a refusal named.
    fn refused_act(&self, fingerprint: String) -> Result<(Fingerprint, Act)> {
        let forged = || Error::from(Rejection::OverrideDoesNotHold { why: OverrideFault::ForAnotherAct });
        let fingerprint = Fingerprint::try_from(fingerprint).map_err(|_| forged())?;
        let act = self.refused_acts().find(&fingerprint).ok_or_else(forged)?;
        Ok((fingerprint, act))
    }

    /// Approves exactly one act. Gives back the approval that the act is repeated with.
    ///
    /// # Errors
    /// STF-003 and STF-004 for the PIN, STF-001 where the approver may not do it either, STF-014 for an act that
    /// nobody asked for.
    pub async fn approve(&self, who: &Session, request: Approve) -> Result<Uuid> {
        let (fingerprint, act) = self.refused_act(request.fingerprint)?;
        let approver = self.operator_session(request.approver).await?;
        let tried = self.try_pin(&approver, Redacted::new(request.pin), PinFor::Approving).await?;

        let approval = Uuid::new_v5(&request.command.0, b"approval");
        let text = in_words(&request.act);
        // The PIN stays out of what is hashed and stored.
        let content = (approver.operator, String::from(fingerprint.clone()), &text);
        let call = Call::full("staff.approve", who, request.command, &content);
        let approved = self
            .gesture(call, async |desk| {
                let command = match tried {
                    Tried::Wrong => OverrideCommand::Refuse(RefuseOverride {
                        approver: approver.operator,
                        asked_by: who.operator,
                        act,
                        text: text.clone(),
                        why: RefusedBecause::WrongPin,
                    }),
                    Tried::Right => OverrideCommand::Grant(GrantOverride {
                        approver: approver.operator,
                        standing: desk.state::<Operator>(approver.operator.0).await?,
                        role: desk.state::<Role>(approver.role.role.0).await?,
                        asked_by: who.operator,
                        act,
                        fingerprint: fingerprint.clone(),
                        text: text.clone(),
                    }),
                };
                desk.run::<OverrideApproval>(approval, command).await?;
                match desk.txn.state::<OverrideApproval>(approval).await? {
                    ApprovalState::Granted(_) => Ok(Approved::Yes),
                    ApprovalState::Unapproved | ApprovalState::Used { .. } => Ok(Approved::No),
                }
            })
            .await?;
        match (approved, tried) {
            (Approved::Yes, _) => {
                self.refused_acts().keep_approval(approval);
                Ok(approval)
            }
            (Approved::No, Tried::Right) => Err(Rejection::NotPermitted { permission: act.permission() }.into()),
            (Approved::No, Tried::Wrong) => Err(self.pin_refusal(approver.operator).await?),
        }
    }
}
