//! What a dishonest cashier, a thief with the machine and a script in the page try, and what comes of it.

mod agreed;
mod files;
mod guesses;
mod overrides;
mod permissions;
mod secrets;
mod shell;

use anyhow::Result;
use staff::{CASHIER, DefineRole, Grant, Role, RoleCommand};
use tests::counter::Counter;
use tests::day::decide;

/// A silicone case: 12.90.
const CASE: &str = "2900000020016";
/// A screen protector: 9.90.
const GLASS: &str = "2900000020030";
/// A phone: 249.00.
const PHONE: &str = "2900000010017";

/// A shop with products and no shift yet.
async fn closed_shop() -> Result<Counter> {
    let counter = Counter::new().await?;
    counter.product("CASE", CASE, 1_290).await?;
    counter.product("GLASS", GLASS, 990).await?;
    counter.product("PHONE", PHONE, 24_900).await?;
    Ok(counter)
}

/// The same with an open shift.
async fn shop() -> Result<Counter> {
    let counter = closed_shop().await?;
    counter.open_shift(10_000).await?;
    Ok(counter)
}

/// From now on cashiers hold this and nothing else.
async fn cashiers_may(counter: &Counter, grants: Vec<Grant>) -> Result<()> {
    let define = DefineRole { role: CASHIER, name: "cashier".to_owned(), grants };
    decide::<Role>(&counter.pos, CASHIER.0, RoleCommand::Define(define)).await
}
