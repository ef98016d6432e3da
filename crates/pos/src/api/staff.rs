//! Who works here: people come, get a new PIN, and go.

use super::requests::{AddStaff, ChangeStaffPin, RemoveStaff};
use super::words::{SettingsView, StaffView};
use crate::error::Result;
use crate::gesture::Call;
use crate::pin::NewPin;
use crate::{Pos, Session};
use kernel::{OperatorId, Uuid};
use staff::{
    Act, AddOperator, ChangePin, DeactivateOperator, Forgive, Operator, OperatorCommand, Role, RoleDetails, SignOn,
    SignOnCommand, sign_on_stream,
};
use telemetry::Redacted;

impl Pos {
    /// Adds somebody with their first PIN.
    ///
    /// # Errors
    /// STF-001 without the permission, STF-005 for the name, STF-008 for the PIN, STF-011 for the role.
    pub async fn add_staff(&self, who: &Session, request: AddStaff) -> Result<SettingsView> {
        let AddStaff { command, name, role, pin } = request;
        let role = self.role_named(&role).await?;
        let operator = OperatorId(Uuid::new_v5(&command.0, b"operator"));
        let pin = NewPin::make(self.pepper(), Redacted::new(pin), &role, Uuid::new_v4()).await?;
        // The PIN stays out of what is hashed and stored.
        let content = (&name, role.role);
        let call = Call::full("staff.add", who, command, &content);
        self.gesture(call, async |desk| {
            desk.permit(Act::EditStaff, None).await?;
            let add = AddOperator { operator, name: name.clone(), initials: None, role: role.clone() };
            desk.run::<Operator>(operator.0, OperatorCommand::Add(add)).await?;
            pin.put(desk).await?;
            let change = ChangePin { verifier_id: pin.verifier_id, digits: pin.digits, role: role.clone() };
            desk.run::<Operator>(operator.0, OperatorCommand::ChangePin(change)).await
        })
        .await?;
        self.settings(who).await
    }

    /// Gives somebody another PIN, and forgives the wrong ones before it.
    ///
    /// # Errors
    /// STF-001 without the permission, STF-006 for somebody who does not work here, STF-008 for the PIN, STF-009 for
    /// the program's own.
    pub async fn change_staff_pin(&self, who: &Session, request: ChangeStaffPin) -> Result<SettingsView> {
        let ChangeStaffPin { command, operator, pin } = request;
        let (register, role) = (self.shop()?.register, self.operator_session(operator).await?.role);
        let pin = NewPin::make(self.pepper(), Redacted::new(pin), &role, Uuid::new_v4()).await?;
        let call = Call::full("staff.change_pin", who, command, &operator);
        self.gesture(call, async |desk| {
            desk.permit(Act::EditStaff, None).await?;
            pin.put(desk).await?;
            let change = ChangePin { verifier_id: pin.verifier_id, digits: pin.digits, role: role.clone() };
            desk.run::<Operator>(operator.0, OperatorCommand::ChangePin(change)).await?;
            let forgive = SignOnCommand::Forgive(Forgive { operator, register });
            desk.run::<SignOn>(sign_on_stream(operator, register), forgive).await
        })
        .await?;
        self.pepper().waits().end(sign_on_stream(operator, register));
        self.settings(who).await
    }

    /// Somebody leaves. Who removes themselves is signed off.
    ///
    /// # Errors
    /// STF-001 without the permission, STF-006 for somebody unknown, STF-009 for the program's own, STF-013 for the
    /// last one who may edit staff.
    pub async fn remove_staff(&self, who: &Session, request: RemoveStaff) -> Result<SettingsView> {
        let operator = request.operator;
        let call = Call::full("staff.remove", who, request.command, &request);
        self.gesture(call, async |desk| {
            desk.permit(Act::EditStaff, None).await?;
            let others_who_edit_staff = staff::count_others_who_edit_staff(desk.txn.untouched(), operator).await?;
            let leave = OperatorCommand::Deactivate(DeactivateOperator { others_who_edit_staff });
            desk.run::<Operator>(operator.0, leave).await
        })
        .await?;
        let answer = self.settings(who).await?;
        if operator == who.operator {
            self.keep_session(None);
        }
        Ok(answer)
    }

    /// Everybody who works or worked here.
    pub(crate) async fn staff(&self) -> Result<Vec<StaffView>> {
        let mut reader = self.store().reader().await?;
        let rows = staff::list_operators(&mut reader).await?;
        let view = |row: staff::OperatorRow| StaffView {
            operator: row.operator,
            name: row.name,
            role: row.role_name,
            active: row.active && row.has_pin,
        };
        Ok(rows.into_iter().map(view).collect())
    }

    /// A role that people can have, by its name.
    async fn role_named(&self, name: &str) -> Result<RoleDetails> {
        let mut reader = self.store().reader().await?;
        let roles = staff::list_roles(&mut reader).await?;
        drop(reader);
        let of_people = |role: &&staff::RoleRow| role.role != staff::SYSTEM_ROLE && role.role != staff::REPLAY_ROLE;
        let found = roles.iter().filter(of_people).find(|role| role.name == name);
        let role = found.ok_or(staff::Rejection::RoleNotDefined)?.role;
        Ok(self.store().state::<Role>(role.0).await?.defined()?.clone())
    }
}
