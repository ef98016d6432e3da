//! Setting up the log.

use std::io::IsTerminal;
use tracing::Subscriber;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

/// The environment variable that says what is logged, such as `debug` or `eventing=trace,info`.
const FILTER: &str = "MINAS_LOG";

/// What is logged when nobody asks for anything.
const DEFAULT_FILTER: &str = "info";

/// How a line of the log looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For a person at a terminal.
    #[default]
    Human,
    /// One JSON object a line, for a collector.
    Json,
}

/// How the log is set up.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How a line looks.
    pub format: Format,
}

/// The log was set up before: it stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlreadySet;

impl std::fmt::Display for AlreadySet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the log is set up already")
    }
}

impl std::error::Error for AlreadySet {}

/// Sends the log to standard error (standard output belongs to results), filtered by `MINAS_LOG`. Called once, by
/// whoever owns the process. A filter that does not parse is named in the log and replaced by `info`: a typing
/// mistake must not keep a shop closed.
///
/// # Errors
/// [`AlreadySet`].
pub fn init(options: &Options) -> Result<(), AlreadySet> {
    let asked = std::env::var(FILTER).ok();
    let (filter, ignored) = filter(asked.as_deref());
    let colours = std::io::stderr().is_terminal();
    let subscriber = subscriber(options.format, filter, colours, std::io::stderr);
    tracing::subscriber::set_global_default(subscriber).map_err(|_| AlreadySet)?;
    if let Some(why) = ignored {
        tracing::warn!(%why, "{FILTER} is ignored");
    }
    Ok(())
}

/// The filter that was asked for, and why it was not used.
fn filter(asked: Option<&str>) -> (EnvFilter, Option<String>) {
    let asked = asked.map(str::trim).filter(|asked| !asked.is_empty()).unwrap_or(DEFAULT_FILTER);
    match EnvFilter::try_new(asked) {
        Ok(filter) => (filter, None),
        Err(error) => (EnvFilter::new(DEFAULT_FILTER), Some(error.to_string())),
    }
}

fn subscriber<W>(format: Format, filter: EnvFilter, colours: bool, to: W) -> Box<dyn Subscriber + Send + Sync>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    // A reader that went away (`minas … | head`) must not stop the program: a line that cannot be written is dropped.
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(to).log_internal_errors(false);
    match format {
        Format::Human => Box::new(lines.with_ansi(colours).finish()),
        Format::Json => Box::new(lines.json().flatten_event(true).finish()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, filter, subscriber};
    use crate::Redacted;
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    /// What was logged.
    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn logged(format: Format, asked: Option<&str>, act: impl FnOnce()) -> String {
        let lines = Lines::default();
        let to = lines.clone();
        let subscriber = subscriber(format, filter(asked).0, false, move || to.clone());
        tracing::subscriber::with_default(subscriber, act);
        let bytes = lines.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    fn speak() {
        tracing::info!(order = 7, "placed");
        tracing::debug!("priced");
    }

    #[test]
    fn what_is_said_by_default_begins_at_info() {
        let text = logged(Format::Human, None, speak);
        assert!(text.contains("placed") && text.contains("order=7") && !text.contains("priced"), "{text}");
        assert!(logged(Format::Human, Some(" "), speak).contains("placed"), "an empty filter is no filter");
    }

    #[test]
    fn the_filter_says_how_much() {
        let text = logged(Format::Human, Some("debug"), speak);
        assert!(text.contains("placed") && text.contains("priced"), "{text}");
        assert_eq!(logged(Format::Human, Some("warn"), speak), "");
    }

    #[test]
    fn a_filter_that_does_not_parse_is_replaced_and_named() {
        let (_, why) = filter(Some("eventing=loud"));
        assert!(why.is_some());
        assert!(logged(Format::Human, Some("eventing=loud"), speak).contains("placed"));
    }

    #[test]
    fn a_line_can_be_one_json_object() {
        let text = logged(Format::Json, None, speak);
        let line: serde_json::Value = serde_json::from_str(text.trim_end()).unwrap();
        assert_eq!((&line["level"], &line["message"], &line["order"]), (&"INFO".into(), &"placed".into(), &7.into()));
    }

    #[test]
    fn a_secret_is_not_logged() {
        let pin = Redacted::new("2468".to_owned());
        let text = logged(Format::Json, None, || tracing::info!(%pin, again = ?pin, "signed on"));
        assert!(text.contains("[redacted]") && !text.contains("2468"), "{text}");
    }
}
