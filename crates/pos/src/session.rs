//! Signing on and off. A PIN is checked outside every transaction; what came of it is a fact.

use crate::Pos;
use crate::api::requests::SignOn as SignOnRequest;
use crate::error::{Error, Result};
use crate::gesture::{Call, Desk};
use crate::pin::can_be_pin;
use eventing::Decider;
use kernel::{CommandId, OperatorId, Uuid};
use serde::{Deserialize, Serialize};
use staff::{
    Offered, Operator, RecordRightPin, RecordSignOn, RecordWrongPin, Role, RoleDetails, RoleState, SignOff, SignOn,
    SignOnCommand,
};
use telemetry::Redacted;

/// An operator at this register.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The operator.
    pub operator: OperatorId,
    /// Their role as it was when they signed on, for the screen. Every gesture asks the journal again.
    pub role: RoleDetails,
}

/// Why a PIN is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PinFor {
    SigningOn,
    Approving,
}

/// What came of a PIN; a wrong one is a fact and commits.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Tried {
    Right,
    Wrong,
}

impl Pos {
    /// Signs an operator on.
    ///
    /// # Errors
    /// STF-003 while locked, STF-004 for a wrong PIN, STF-006 and STF-010 for somebody who cannot sign on.
    pub async fn sign_on(&self, request: SignOnRequest) -> Result<Session> {
        let pin = Redacted::new(request.pin);
        let session = match self.operator_session(request.operator).await {
            Ok(session) => session,
            Err(nobody) => {
                let _turn = self.pepper().turn().await;
                self.pepper().as_if(pin).await?;
                return Err(nobody);
            }
        };
        match self.try_pin(&session, pin, PinFor::SigningOn).await? {
            Tried::Right => {
                self.refused_acts().end_approvals();
                if self.session().is_ok_and(|before| before.operator != session.operator) {
                    self.forget_codes();
                }
                self.keep_session(Some(session.clone()));
                Ok(session)
            }
            Tried::Wrong => Err(self.pin_refusal(session.operator).await?),
        }
    }

    /// Signs the operator off; the cart stays. Nobody is signed on afterwards, even where that cannot be written down.
    pub async fn sign_off(&self) -> Result<()> {
        let session = self.session()?;
        self.keep_session(None);
        self.forget_codes();
        self.refused_acts().end_approvals();
        let (operator, register) = (session.operator, self.shop()?.register);
        let call = Call::full("staff.sign_off", &session, CommandId(Uuid::now_v7()), &operator);
        self.gesture(call, async |desk| {
            let stream = staff::sign_on_stream(operator, register);
            desk.run::<SignOn>(stream, SignOnCommand::SignOff(SignOff { operator, register })).await
        })
        .await
    }

    /// A recovery code is for the eyes of whoever asked for it, on the screen and on paper that is not out yet.
    fn forget_codes(&self) {
        self.shown_code().forget();
        self.board().forget_codes();
    }

    /// A session of one of the program's own operators, who have no PIN and cannot sign on.
    ///
    /// # Errors
    /// STF-006 for anybody else.
    pub async fn built_in_session(&self, operator: OperatorId) -> Result<Session> {
        if staff::is_built_in(operator) {
            self.operator_session(operator).await
        } else {
            Err(staff::Rejection::NotActive.into())
        }
    }

    /// An operator who works here, with their role.
    pub(crate) async fn operator_session(&self, operator: OperatorId) -> Result<Session> {
        let standing = self.store().state::<Operator>(operator.0).await?;
        let role = standing.active()?.role;
        match self.store().state::<Role>(role.0).await? {
            RoleState::Defined(role) => Ok(Session { operator, role }),
            RoleState::Undefined => Err(staff::Rejection::RoleNotDefined.into()),
        }
    }

    /// Checks a PIN and records what came of it.
    pub(crate) async fn try_pin(&self, session: &Session, pin: Redacted<String>, why: PinFor) -> Result<Tried> {
        let (operator, register) = (session.operator, self.shop()?.register);
        let stream = staff::sign_on_stream(operator, register);
        let _turn = self.pepper().turn().await;
        let (row, verifier) = match self.verifier(operator).await {
            Ok(found) => found,
            Err(none) => {
                self.pepper().as_if(pin).await?;
                return Err(none);
            }
        };
        self.refuse_waiting(stream, operator).await?;
        let right = can_be_pin(&pin) && self.pepper().matches(pin, row, verifier).await?;
        let tried = if right { Tried::Right } else { Tried::Wrong };
        let call = Call::full("staff.try_pin", session, CommandId(Uuid::now_v7()), &why);
        self.gesture(call, async |desk| {
            let command = match (tried, why) {
                (Tried::Wrong, _) => {
                    SignOnCommand::WrongPin(RecordWrongPin { operator, register, offered: Offered::Pin })
                }
                (Tried::Right, PinFor::Approving) => SignOnCommand::RightPin(RecordRightPin { operator, register }),
                (Tried::Right, PinFor::SigningOn) => {
                    let standing = desk.state::<Operator>(operator.0).await?;
                    SignOnCommand::SignOn(RecordSignOn { operator, register, standing })
                }
            };
            desk.run::<SignOn>(stream, command).await
        })
        .await?;
        if tried == Tried::Wrong {
            self.begin_wait(stream, operator).await?;
        }
        Ok(tried)
    }

    /// What somebody's PIN is checked against, and the row that it lies in.
    async fn verifier(&self, operator: OperatorId) -> Result<(Uuid, String)> {
        let known = self.store().state::<Operator>(operator.0).await?.pin()?;
        let verifier = self.store().find_secret(known.verifier_id).await?.ok_or(staff::Rejection::NoPin)?;
        Ok((known.verifier_id, verifier))
    }

    /// Asked before a PIN or a code is hashed: a guess at a locked register costs nothing to refuse. The journal's
    /// clock and the running one must both have come to the end of the wait.
    pub(crate) async fn refuse_waiting(&self, stream: Uuid, operator: OperatorId) -> Result<()> {
        let state = self.store().state::<SignOn>(stream).await?;
        let at = self.moment_now(operator).await;
        let left_ms = staff::lock_left(&state, &at);
        match left_ms.max(self.pepper().waits().left_ms(stream, self.clock().running_ms())) {
            Some(left_ms) => Err(staff::locked(left_ms, &at).into()),
            None => Ok(()),
        }
    }

    /// Where a wrong one was one too many, the wait begins by the running clock too.
    pub(crate) async fn begin_wait(&self, stream: Uuid, operator: OperatorId) -> Result<()> {
        let state = self.store().state::<SignOn>(stream).await?;
        if let Some(left_ms) = staff::lock_left(&state, &self.moment_now(operator).await) {
            self.pepper().waits().begin(stream, self.clock().running_ms().saturating_add(left_ms));
        }
        Ok(())
    }

    /// What to tell somebody whose wrong PIN has just been recorded.
    pub(crate) async fn pin_refusal(&self, operator: OperatorId) -> Result<Error> {
        let state = self.store().state::<SignOn>(staff::sign_on_stream(operator, self.shop()?.register)).await?;
        Ok(staff::pin_refusal(&state, &self.moment_now(operator).await).into())
    }
}

impl Desk {
    /// A stream's state, to keep while the next command runs.
    pub(crate) async fn state<D: Decider>(&mut self, id: Uuid) -> Result<D::State> {
        Ok(self.txn.state::<D>(id).await?.clone())
    }
}

#[cfg(test)]
mod tests {
    use crate::api::requests::SignOn;
    use crate::{Open, Pos};
    use kernel::{OperatorId, Uuid};

    #[tokio::test]
    async fn whoever_is_guessed_at_a_guess_costs_the_same_work() {
        let folder = tempfile::tempdir().unwrap();
        let pos = Pos::open(Open::folder(folder.path())).await.unwrap();
        let details = crate::SetUp::empty("Minas", "gr", telemetry::Redacted::new("246810".to_owned())).unwrap();
        pos.set_up(details).await.unwrap();
        let manager = pos.operators().await.unwrap()[0].operator;
        let work = async |operator: OperatorId, pin: &str| {
            let before = pos.pepper().hashes();
            let refused = pos.sign_on(SignOn { operator, pin: pin.to_owned() }).await.unwrap_err().refusal();
            (pos.pepper().hashes() - before, refused.code)
        };
        assert_eq!(work(manager, "000000").await, (1, "STF-004".to_owned()));
        assert_eq!(work(OperatorId(Uuid::from_u128(7)), "000000").await, (1, "STF-006".to_owned()));
        assert_eq!(work(staff::SYSTEM, "000000").await, (1, "STF-009".to_owned()));
        assert_eq!(work(manager, &"0".repeat(99)).await, (0, "STF-004".to_owned()), "nobody's PIN is that long");
        for _ in 0..3 {
            work(manager, "000000").await;
        }
        assert_eq!(work(manager, "246810").await, (0, "STF-003".to_owned()), "a wait costs nothing");
    }

    #[tokio::test]
    async fn a_verifier_from_before_they_named_their_row_still_holds() {
        let folder = tempfile::tempdir().unwrap();
        let pepper = crate::pin::Pepper::open(folder.path()).unwrap();
        let pin = || telemetry::Redacted::new("2468".to_owned());
        let (row, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let named = pepper.verifier(pin(), row).await.unwrap();
        assert!(pepper.matches(pin(), row, named.clone()).await.unwrap());
        assert!(!pepper.matches(pin(), other, named.clone()).await.unwrap());
        let before = pepper.verifier_without_row("2468").unwrap();
        assert!(pepper.matches(pin(), other, before.clone()).await.unwrap());
        let other_pepper = crate::pin::Pepper::open(tempfile::tempdir().unwrap().path()).unwrap();
        assert!(!other_pepper.matches(pin(), row, named).await.unwrap());
        assert!(!other_pepper.matches(pin(), row, before).await.unwrap());
    }
}
