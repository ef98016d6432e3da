//! A forgotten PIN: the code on paper gives a new one.

use super::requests::{IssueRecoveryCode, Recover};
use super::words::RecoveryCode;
use crate::error::Result;
use crate::gesture::Call;
use crate::pin::NewPin;
use crate::recovery::{NewCode, typed};
use crate::{Pos, Session};
use kernel::{CommandId, OperatorId, RegisterId, Uuid};
use staff::{
    Act, Forgive, Offered, Operator, OperatorCommand, RecordRightPin, RecordWrongPin, SignOn, SignOnCommand,
    recovery_stream, sign_on_stream,
};
use telemetry::Redacted;

impl Pos {
    /// Issues a recovery code to whoever is signed on; an earlier one is worth nothing any more. The code is in the
    /// answer and nowhere else.
    ///
    /// # Errors
    /// STF-001 for somebody who may not edit staff; STF-017 for a repeat after the program was started again.
    pub async fn issue_recovery_code(&self, who: &Session, request: IssueRecoveryCode) -> Result<RecoveryCode> {
        let made = NewCode::make(self.pepper()).await?;
        let (command, operator) = (request.command, who.operator);
        let call = Call::full("staff.issue_recovery_code", who, command, &operator);
        self.gesture(call, async |desk| {
            desk.permit(Act::EditStaff, None).await?;
            made.put(desk).await?;
            let issue = staff::IssueRecoveryCode { verifier_id: made.verifier_id };
            desk.run::<Operator>(operator.0, OperatorCommand::IssueRecoveryCode(issue)).await?;
            self.shown_code().keep(command, made.code.clone());
            Ok(())
        })
        .await?;
        let code = self.shown_code().find(command).ok_or(staff::Rejection::RecoveryCodeShownOnce)?;
        Ok(self.shown(who, command, code).await)
    }

    /// The code as it is answered, and on its way to paper where there is a printer. What stands on the screen is worth
    /// more than paper that cannot be queued: then there is no job.
    pub(super) async fn shown(&self, who: &Session, issued: CommandId, code: Redacted<String>) -> RecoveryCode {
        let queued = self.print_recovery_code(who, issued, who.operator, code.clone()).await;
        RecoveryCode { operator: who.operator, code: code.into_exposed(), print_job: queued.ok().flatten() }
    }

    /// Gives somebody a new PIN by the code on paper, which is used up. Nobody needs to be signed on.
    ///
    /// # Errors
    /// STF-003 after too many wrong codes, STF-006 and STF-009 for somebody who cannot sign on, STF-008 for a PIN that
    /// is too short for the role, STF-015 when no code is out, STF-016 for a wrong one.
    pub async fn recover(&self, request: Recover) -> Result<()> {
        let Recover { command, operator, code, pin } = request;
        let who = self.operator_session(operator).await?;
        let register = self.shop()?.register;
        let pin = Redacted::new(pin);
        NewPin::digits(&pin, &who.role)?;
        let _turn = self.pepper().turn().await;
        // A repeat finds no code out any more; its gesture knows that it was done.
        let proved = match self.prove(&who, register, &Redacted::new(code)).await {
            Ok(code_verifier_id) => {
                let pin = NewPin::make(self.pepper(), pin, &who.role, Uuid::new_v4()).await?;
                Ok((code_verifier_id, pin))
            }
            Err(error) => Err(error),
        };
        // Neither the code nor the PIN is hashed into what is stored.
        let call = Call::full("staff.recover", &who, command, &operator);
        self.gesture(call, async |desk| {
            let (code_verifier_id, pin) = proved?;
            let right = SignOnCommand::RightPin(RecordRightPin { operator, register });
            desk.run::<SignOn>(recovery_stream(operator, register), right).await?;
            pin.put(desk).await?;
            let (verifier_id, digits, role) = (pin.verifier_id, pin.digits, who.role.clone());
            let recover = staff::Recover { code_verifier_id, verifier_id, digits, role };
            desk.run::<Operator>(operator.0, OperatorCommand::Recover(recover)).await?;
            let forgive = SignOnCommand::Forgive(Forgive { operator, register });
            desk.run::<SignOn>(sign_on_stream(operator, register), forgive).await
        })
        .await?;
        self.pepper().waits().end(sign_on_stream(operator, register));
        Ok(())
    }

    /// Checks a code outside every transaction; a wrong one is a fact. Gives back the secret that it matched.
    async fn prove(&self, who: &Session, register: RegisterId, code: &Redacted<String>) -> Result<Uuid> {
        let operator = who.operator;
        let verifier_id = self.store().state::<Operator>(operator.0).await?.recovery()?;
        self.refuse_waiting(recovery_stream(operator, register), operator).await?;
        let verifier = self.store().find_secret(verifier_id).await?.ok_or(staff::Rejection::NoRecoveryCode)?;
        // What cannot be a code is a slip of the finger, not a guess, and costs no try.
        let Some(code) = typed(code.expose()) else { return Err(self.code_refusal(operator, register).await?) };
        if self.pepper().matches(code, verifier_id, verifier).await? {
            return Ok(verifier_id);
        }
        let call = Call::full("staff.try_recovery_code", who, CommandId(Uuid::now_v7()), &operator);
        self.gesture(call, async |desk| {
            let wrong = RecordWrongPin { operator, register, offered: Offered::RecoveryCode };
            desk.run::<SignOn>(recovery_stream(operator, register), SignOnCommand::WrongPin(wrong)).await
        })
        .await?;
        self.begin_wait(recovery_stream(operator, register), operator).await?;
        Err(self.code_refusal(operator, register).await?)
    }

    async fn code_refusal(&self, operator: OperatorId, register: RegisterId) -> Result<crate::Error> {
        let state = self.store().state::<SignOn>(recovery_stream(operator, register)).await?;
        Ok(staff::code_refusal(&state, &self.moment_now(operator).await).into())
    }
}
