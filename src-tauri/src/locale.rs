//! A locale that the web view can parse.
//!
//! Under `C`, `POSIX` or an unset locale, WebKitGTK reports the language `C`, which is no language tag: the first
//! number format of the page throws and the window stays blank. The toolkit reads the locale once, and changing the
//! environment of a running process is unsafe, so the program starts itself again with a usable one.

/// Set on the second start, so that there is never a third.
const MARK: &str = "MINAS_LOCALE_SET";

/// Whether a locale's value gives no language.
fn gives_no_language(value: &str) -> bool {
    value.is_empty() || value == "C" || value == "POSIX" || value.starts_with("C.")
}

/// Starts the program again under a usable locale, if it needs one. Elsewhere than on Linux it never does.
pub fn restart_with_usable_locale() {
    if !cfg!(target_os = "linux") || std::env::var_os(MARK).is_some() {
        return;
    }
    let effective = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_default();
    if gives_no_language(&effective) {
        restart();
    }
}

#[cfg(unix)]
fn restart() {
    use std::os::unix::process::CommandExt;
    let Ok(program) = std::env::current_exe() else { return };
    // On success this never returns: the process is the same, its environment is new.
    let _failed = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "en_US.UTF-8")
        .env("LC_CTYPE", "C.UTF-8")
        .env(MARK, "1")
        .exec();
}

#[cfg(not(unix))]
fn restart() {}

#[cfg(test)]
mod tests {
    use super::gives_no_language;

    #[test]
    fn only_a_language_is_usable() {
        for none in ["", "C", "POSIX", "C.UTF-8"] {
            assert!(gives_no_language(none), "{none}");
        }
        for some in ["el_GR.UTF-8", "en_US", "de_DE@euro"] {
            assert!(!gives_no_language(some), "{some}");
        }
    }
}
