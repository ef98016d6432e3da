//! Every command of the window by its name, asked as the window asks it: JSON in, JSON or a refusal out.

use kernel::Refusal;
use pos::{Pos, Rejection};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::time::Duration;

/// A question that waits for news waits no longer in a test.
const PATIENCE: Duration = Duration::from_millis(200);

/// What the window gets.
pub type Answer = Result<Value, Refusal>;

fn parse<R: DeserializeOwned>(request: Value) -> Result<R, Refusal> {
    serde_json::from_value(request).map_err(|error| pos::Error::from(Rejection::bad_request(&error)).refusal())
}

fn told<T: Serialize>(result: pos::Result<T>) -> Answer {
    result.map(|answer| json!(answer)).map_err(|error| error.refusal())
}

macro_rules! commands {
    (signed_on { $($signed:ident),* $(,)? } reading { $($read:ident),* $(,)? } other { $($name:literal: $answer:expr),* $(,)? }) => {
        /// Every command that the window may call; `opening` asks the window's own thread.
        pub const COMMANDS: &[&str] = &[$(stringify!($signed),)* $(stringify!($read),)* $($name,)*];

        /// Asks a command as whoever is signed on.
        pub async fn ask(pos: &Pos, command: &str, request: Value) -> Answer {
            match command {
                $(stringify!($signed) => {
                    let who = pos.session().map_err(|error| error.refusal())?;
                    told(pos.$signed(&who, parse(request)?).await)
                })*
                $(stringify!($read) => {
                    pos.session().map_err(|error| error.refusal())?;
                    told(pos.$read(parse(request)?).await)
                })*
                $($name => {
                    let answer: fn(Pos, Value) -> std::pin::Pin<Box<dyn Future<Output = Answer> + Send>> = $answer;
                    answer(pos.clone(), request).await
                })*
                other => panic!("{other} is no command"),
            }
        }
    };
}

commands! {
    signed_on {
        change_shop, change_printer, change_look, add_staff, change_staff_pin, remove_staff, issue_recovery_code,
        open_shift, close_shift, scan, add_product, change_quantity, void_line, discount_line, discount_order,
        override_price, override_line_total, note_line, note_order, ignore_unknown, cancel_order, park_order,
        resume_order, place_order, pay_cash, pay_card, pay_coupon, give_back_tender, reverse_last, list_approvers,
        approve, print_copy, print_again, drop_job, print_test, find_shift, print_shift,
    }
    reading { list_products, search, list_receipts, find_receipt }
    other {
        "start": |pos, _| Box::pin(async move { told(pos.start().await) }),
        "sign_on": |pos, request| Box::pin(async move {
            let session = pos.sign_on(parse(request)?).await.map_err(|error| error.refusal())?;
            told(pos.session_view(&session).await)
        }),
        "sign_off": |pos, _| Box::pin(async move { told(pos.sign_off().await) }),
        "recover": |pos, request| Box::pin(async move { told(pos.recover(parse(request)?).await) }),
        "set_up_demo": |pos, request| Box::pin(async move {
            let pos::api::requests::SetUpDemo { language } = parse(request)?;
            told(pos.set_up_demo(language).await)
        }),
        "set_up_shop": |pos, request| Box::pin(async move { told(pos.set_up_shop(parse(request)?).await) }),
        "settings": |pos, _| Box::pin(async move {
            let who = pos.session().map_err(|error| error.refusal())?;
            told(pos.settings(&who).await)
        }),
        "list_categories": |pos, _| Box::pin(async move { told(pos.list_categories().await) }),
        "list_parked": |pos, _| Box::pin(async move { told(pos.list_parked().await) }),
        "watch_printing": |pos, request| Box::pin(async move {
            let request = parse(request)?;
            match tokio::time::timeout(PATIENCE, pos.watch_printing(request)).await {
                Ok(answer) => told(answer),
                Err(_) => Ok(Value::Null),
            }
        }),
    }
}

/// The window's table and this one name the same commands: no command goes untried.
#[test]
fn every_command_of_the_window_is_asked_here() {
    let path = tests::project().join("src-tauri/src/ipc/mod.rs");
    let source = std::fs::read_to_string(path).expect("the window's commands are told in one file");
    let table = source.split("generate_handler![").nth(1).and_then(|rest| rest.split(']').next());
    let named = table.expect("there is a table").split(',').filter_map(|path| path.trim().rsplit_once("::"));
    let mut window: Vec<&str> = named.map(|(_, name)| name).filter(|name| *name != "opening").collect();
    let mut ours = COMMANDS.to_vec();
    window.sort_unstable();
    ours.sort_unstable();
    assert!(window.len() > 40, "the table was not read: {window:?}");
    assert_eq!(window, ours);
}
