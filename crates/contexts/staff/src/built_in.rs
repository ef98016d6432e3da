//! The roles and operators that every shop has from the start. As data: the first run records them.

use crate::{AddOperator, DefineRole, Grant, Limit, Permission, RoleDetails};
use kernel::{OperatorId, Rate, RoleId, Uuid};

/// Sells, within limits.
pub const CASHIER: RoleId = RoleId(Uuid::from_u128(0x6d1f_0b52_51c4_4f0e_9a63_1e2b_0c5d_0001));
/// May everything.
pub const MANAGER: RoleId = RoleId(Uuid::from_u128(0x6d1f_0b52_51c4_4f0e_9a63_1e2b_0c5d_0002));
/// What a replay of recorded baskets needs.
pub const REPLAY_ROLE: RoleId = RoleId(Uuid::from_u128(0x6d1f_0b52_51c4_4f0e_9a63_1e2b_0c5d_0003));
/// What the program itself does: set up, import, give up abandoned orders.
pub const SYSTEM_ROLE: RoleId = RoleId(Uuid::from_u128(0x6d1f_0b52_51c4_4f0e_9a63_1e2b_0c5d_0004));

/// The program itself: time-outs, imports, the first run. It has no PIN and cannot sign on.
pub const SYSTEM: OperatorId = OperatorId(Uuid::from_u128(0x6d1f_0b52_51c4_4f0e_9a63_1e2b_0c5d_0101));
/// Turns recorded baskets into orders. It has no PIN and cannot sign on.
pub const REPLAY: OperatorId = OperatorId(Uuid::from_u128(0x6d1f_0b52_51c4_4f0e_9a63_1e2b_0c5d_0102));

/// What a cashier may take off without asking.
const CASHIER_DISCOUNT: Limit = Limit::DiscountRate(Rate::percent(10));

/// Whether it is one of the program's own operators.
pub fn is_built_in(operator: OperatorId) -> bool {
    operator == SYSTEM || operator == REPLAY
}

/// Whether the role is the program's own and does not change. A shop may set a cashier's limits as it likes.
pub(crate) fn is_fixed(role: RoleId) -> bool {
    role == MANAGER || role == REPLAY_ROLE || role == SYSTEM_ROLE
}

/// Every built-in role. Recording one again is harmless, so each start may do it: a manager holds new permissions
/// after an update.
pub fn built_in_roles() -> Vec<DefineRole> {
    let all = |permissions: &[Permission]| permissions.iter().map(|p| Grant::of(*p)).collect::<Vec<_>>();
    let role = |role, name: &str, grants| DefineRole { role, name: name.to_owned(), grants };
    vec![
        role(
            CASHIER,
            "cashier",
            vec![
                Grant::of(Permission::Sell),
                Grant::of(Permission::VoidLine),
                Grant::up_to(Permission::Discount, CASHIER_DISCOUNT),
                Grant::of(Permission::OpenShift),
                Grant::of(Permission::CloseShift),
            ],
        ),
        role(MANAGER, "manager", all(&Permission::ALL)),
        role(
            REPLAY_ROLE,
            "replay",
            all(&[
                Permission::Sell,
                Permission::VoidLine,
                Permission::VoidOrder,
                Permission::Discount,
                Permission::OverridePrice,
                Permission::OpenShift,
                Permission::CloseShift,
                Permission::SellBelowStock,
            ]),
        ),
        role(
            SYSTEM_ROLE,
            "system",
            all(&[
                Permission::VoidOrder,
                Permission::EditCatalog,
                Permission::AdjustStock,
                Permission::SetUpShop,
                Permission::EditStaff,
                Permission::VerifyJournal,
            ]),
        ),
    ]
}

/// The program's own operators, with the roles that [`built_in_roles`] defines.
pub fn built_in_operators() -> Vec<AddOperator> {
    let roles = built_in_roles();
    let details = |id: RoleId| {
        let role = roles.iter().find(|role| role.role == id).expect("each built-in operator has a built-in role");
        RoleDetails { role: role.role, name: role.name.clone(), grants: role.grants.clone() }
    };
    vec![
        AddOperator { operator: SYSTEM, name: "system".to_owned(), initials: None, role: details(SYSTEM_ROLE) },
        AddOperator { operator: REPLAY, name: "replay".to_owned(), initials: None, role: details(REPLAY_ROLE) },
    ]
}
