use super::register;
use crate::Rejection;
use crate::device::{ChangeLook, Device, DeviceCommand, LookChanged};
use crate::settings::Look;
use eventing::testing::given;
use kernel::Coded;

fn with_keys(keys: &[(&str, &str)]) -> Look {
    let keys = keys.iter().map(|(action, key)| ((*action).to_owned(), (*key).to_owned())).collect();
    Look { keys, ..Look::default() }
}

fn change(look: Look) -> DeviceCommand {
    DeviceCommand::ChangeLook(ChangeLook { register: register(1), look })
}

#[test]
fn keys_that_a_keyboard_has_are_taken() {
    let keys = ["F9", "Ctrl+Enter", "Alt+Shift+F4", "Delete", "+", "Ctrl+k", "PageDown", "Ctrl+F5", "Shift+F1"];
    for key in keys {
        let look = with_keys(&[("pay_exact", key)]);
        let changed = LookChanged { register: register(1), look: look.clone() };
        given::<Device>([]).when(change(look)).then([changed.into()]);
    }
}

#[test]
fn keys_that_a_scanner_types_or_a_window_needs_are_refused() {
    let keys = [
        "5", "a", ".", ",", "Shift+A", "Enter", "Tab", "Escape", "F5", "F7", "F10", "F11", "F25", "F0", "", " ",
        "Ctrl+", "fn",
    ];
    for key in keys {
        let refused = Rejection::KeyInvalid { action: "pay".to_owned(), key: key.to_owned() };
        assert_eq!(refused.code().0, "SHO-014");
        given::<Device>([]).when(change(with_keys(&[("pay", key)]))).then_refused(refused);
    }
}

#[test]
fn an_action_has_a_plain_name() {
    let (most, too_long) = ("x".repeat(40), "x".repeat(41));
    // A name that is too long is told only as far as a name may go.
    for (action, told) in [("", ""), ("pay now", "pay now"), ("πληρωμή", "πληρωμή"), (&too_long, &most)] {
        let refused = Rejection::KeyInvalid { action: told.to_owned(), key: "F9".to_owned() };
        given::<Device>([]).when(change(with_keys(&[(action, "F9")]))).then_refused(refused);
    }
}

#[test]
fn one_key_never_does_two_things() {
    let twice = with_keys(&[("card", "Ctrl+K"), ("exact", "Ctrl+k")]);
    let refused = Rejection::KeyTaken { key: "Ctrl+k".to_owned(), action: "card".to_owned() };
    assert_eq!(refused.code().0, "SHO-015");
    given::<Device>([]).when(change(twice)).then_refused(refused);
}

#[test]
fn there_are_not_more_keys_than_actions() {
    let many: Vec<String> = (0..65).map(|number| format!("action{number}")).collect();
    let keys: Vec<(&str, &str)> = many.iter().map(|action| (action.as_str(), "F9")).collect();
    given::<Device>([]).when(change(with_keys(&keys))).then_refused(Rejection::NumberOutOfRange {
        field: "keys",
        least: 0,
        most: 64,
    });
}
