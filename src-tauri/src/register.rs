//! The register behind the window: still opening, open, or why there is none, which the window then says.

use crate::background::Background;
use kernel::Refusal;
use pos::api::words::OpeningView;
use pos::{Open, Pos, Progress, Session};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tauri::async_runtime::{JoinHandle, block_on, spawn_blocking};
use tokio::sync::watch;
use tokio::time::timeout;

/// How long closing waits for an opening that is under way. A check that takes longer is left: it has changed nothing.
const OPENING_PATIENCE: Duration = Duration::from_secs(5);

/// What every IPC command works on. Cheap to clone.
#[derive(Clone)]
pub struct Register(Arc<Inner>);

struct Inner {
    data_dir: PathBuf,
    state: watch::Sender<State>,
    progress: Mutex<OpeningView>,
    background: Mutex<Option<Background>>,
    opening: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Clone)]
enum State {
    Opening,
    Open(Pos),
    Failed { why: Refusal, told: Told },
}

/// Whether the window has heard of a failure. Asking once more means: try again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    NotYet,
    Once,
}

impl Register {
    /// Begins to open the data folder, and does not wait for it.
    pub fn open(data_dir: &Path) -> Self {
        let register = Self::closed(data_dir);
        register.begin();
        register
    }

    fn closed(data_dir: &Path) -> Self {
        Self(Arc::new(Inner {
            data_dir: data_dir.to_owned(),
            state: watch::Sender::new(State::Opening),
            progress: Mutex::new(OpeningView { stage: None, done: 0, total: 0 }),
            background: Mutex::new(None),
            opening: Mutex::new(None),
        }))
    }

    /// Opening may check the whole file: it has a thread of its own, so that the window goes on answering.
    fn begin(&self) {
        let own = self.clone();
        let opening = spawn_blocking(move || block_on(own.open_now()));
        *lock(&self.0.opening) = Some(opening);
    }

    async fn open_now(&self) {
        let progress = |progress: Progress| *lock(&self.0.progress) = progress.into();
        let open = Open { progress: Some(&progress), ..Open::folder(&self.0.data_dir) };
        let state = match Pos::open(open).await {
            Ok(pos) => {
                *lock(&self.0.background) = Some(Background::begin(&pos));
                State::Open(pos)
            }
            Err(error) => {
                let why = error.refusal();
                tracing::error!(code = why.code, text = why.text, "the register cannot be opened");
                State::Failed { why, told: Told::NotYet }
            }
        };
        self.0.state.send_replace(state);
    }

    /// Waits for the register. After a failure that the window has heard of it tries again: somebody may have closed
    /// the other window by now.
    pub async fn opened(&self) -> Result<Pos, Refusal> {
        let again = self.0.state.send_if_modified(|state| {
            let heard = matches!(state, State::Failed { told: Told::Once, .. });
            if heard {
                *state = State::Opening;
            }
            heard
        });
        if again {
            self.begin();
        }
        let mut seen = self.0.state.subscribe();
        // The sender lives as long as `self`.
        let _ = seen.wait_for(|state| !matches!(state, State::Opening)).await;
        let found = self.pos();
        if found.is_err() {
            self.0.state.send_if_modified(|state| {
                if let State::Failed { told, .. } = state {
                    *told = Told::Once;
                }
                false
            });
        }
        found
    }

    /// How far opening is.
    pub fn opening(&self) -> OpeningView {
        *lock(&self.0.progress)
    }

    /// The register, if it is open.
    pub fn pos(&self) -> Result<Pos, Refusal> {
        match &*self.0.state.borrow() {
            State::Open(pos) => Ok(pos.clone()),
            State::Failed { why, .. } => Err(why.clone()),
            State::Opening => Err(pos::Error::from(pos::Rejection::StillOpening).refusal()),
        }
    }

    /// The register, who is signed on, and what they ask.
    pub fn signed_on<R: DeserializeOwned>(&self, request: Value) -> Result<(Pos, Session, R), Refusal> {
        let pos = self.pos()?;
        let session = pos.session().map_err(|error| error.refusal())?;
        Ok((pos, session, parse(request)?))
    }

    /// Stops what runs in the background, then marks the stop as clean, if it is: everything was drained, and nobody
    /// has yet to hear of an unclean stop before. Afterwards nothing but `self` holds the data folder.
    pub async fn close(&self) {
        let unseen = matches!(*self.0.state.borrow(), State::Opening);
        let mut seen = self.0.state.subscribe();
        let opened = timeout(OPENING_PATIENCE, seen.wait_for(|state| !matches!(state, State::Opening))).await.is_ok();
        let (true, Ok(pos)) = (opened, self.pos()) else { return };
        self.opening_let_go().await;
        let background = lock(&self.0.background).take();
        let drained = match background {
            Some(background) => background.stop().await,
            None => true,
        };
        if !drained || (unseen && !pos.store().was_clean()) {
            return;
        }
        if let Err(error) = pos.close().await {
            tracing::error!(%error, "the register did not stop cleanly");
        }
    }

    /// The thread that opened the folder holds it a moment longer than it takes to say that it is open.
    async fn opening_let_go(&self) {
        let Some(opening) = lock(&self.0.opening).take() else { return };
        if let Err(error) = opening.await {
            tracing::error!(%error, "the opening of the register broke off");
        }
    }
}

/// A lock that a panicking thread left is still readable: the values are replaced whole, never half.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A request as the register understands it.
///
/// # Errors
/// POS-016 for anything else.
pub fn parse<R: DeserializeOwned>(request: Value) -> Result<R, Refusal> {
    serde_json::from_value(request).map_err(|error| pos::Error::from(pos::Rejection::bad_request(&error)).refusal())
}

#[cfg(test)]
mod tests {
    use super::Register;
    use pos::{Open, Pos};
    use std::path::Path;
    use tauri::async_runtime::block_on;

    async fn was_clean(folder: &Path) -> bool {
        let pos = Pos::open(Open::folder(folder)).await.unwrap();
        pos.start().await.unwrap().stopped_cleanly
    }

    #[test]
    fn nothing_is_answered_before_the_register_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let register = Register::closed(folder.path());
        assert_eq!(register.pos().err().unwrap().code, "POS-017");
        register.begin();
        block_on(register.opened()).unwrap();
        assert!(register.pos().is_ok());
    }

    #[test]
    fn asking_again_after_a_failure_tries_again() {
        let folder = tempfile::tempdir().unwrap();
        let other = block_on(Pos::open(Open::folder(folder.path()))).unwrap();
        let register = Register::open(folder.path());
        assert_eq!(block_on(register.opened()).err().unwrap().code, "POS-012");
        drop(other);
        assert!(block_on(register.opened()).is_ok());
    }

    #[test]
    fn closing_while_it_opens_is_a_clean_stop() {
        let folder = tempfile::tempdir().unwrap();
        block_on(Register::open(folder.path()).close());
        assert!(block_on(was_clean(folder.path())));
    }

    #[test]
    fn an_unclean_stop_that_nobody_has_heard_of_stays_one() {
        let folder = tempfile::tempdir().unwrap();
        drop(block_on(Pos::open(Open::folder(folder.path()))).unwrap());
        let register = Register::closed(folder.path());
        let closing = async { tokio::join!(register.close(), async { register.begin() }) };
        block_on(closing);
        drop(register);
        assert!(!block_on(was_clean(folder.path())));
    }
}
