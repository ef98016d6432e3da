//! Signing on and off. A PIN is checked outside every transaction; what came of it is a fact.

use crate::Pos;
use crate::api::requests::SignOn as SignOnRequest;
use crate::error::{Error, Result};
use crate::gesture::{Call, Desk};
use eventing::Decider;
use kernel::{CommandId, OperatorId, RegisterId, Uuid};
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
        let session = self.operator_session(request.operator).await?;
        match self.try_pin(&session, Redacted::new(request.pin), PinFor::SigningOn).await? {
            Tried::Right => {
                self.keep_session(Some(session.clone()));
                Ok(session)
            }
            Tried::Wrong => Err(self.pin_refusal(session.operator).await?),
        }
    }

    /// Signs the operator off; the cart stays.
    pub async fn sign_off(&self) -> Result<()> {
        let session = self.session()?;
        let (operator, register) = (session.operator, self.shop()?.register);
        let call = Call::full("staff.sign_off", &session, CommandId(Uuid::now_v7()), &operator);
        self.gesture(call, async |desk| {
            let stream = staff::sign_on_stream(operator, register);
            desk.run::<SignOn>(stream, SignOnCommand::SignOff(SignOff { operator, register })).await
        })
        .await?;
        self.keep_session(None);
        self.shown_code().forget();
        Ok(())
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
        let standing = self.store().state::<Operator>(operator.0).await?;
        let known = standing.pin()?;
        self.refuse_locked(operator, register).await?;
        let verifier = self.store().find_secret(known.verifier_id).await?.ok_or(staff::Rejection::NoPin)?;
        let right = self.pepper().matches(pin, verifier).await?;
        let tried = if right { Tried::Right } else { Tried::Wrong };
        let call = Call::full("staff.try_pin", session, CommandId(Uuid::now_v7()), &why);
        self.gesture(call, async |desk| {
            let stream = staff::sign_on_stream(operator, register);
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
            desk.run::<SignOn>(stream, command).await?;
            Ok(tried)
        })
        .await
    }

    /// Asked before a PIN is hashed: a locked register costs a guess nothing to refuse.
    async fn refuse_locked(&self, operator: OperatorId, register: RegisterId) -> Result<()> {
        let state = self.store().state::<SignOn>(staff::sign_on_stream(operator, register)).await?;
        let at = self.moment_now(operator).await;
        match staff::lock_left(&state, &at) {
            Some(_) => Err(staff::pin_refusal(&state, &at).into()),
            None => Ok(()),
        }
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
