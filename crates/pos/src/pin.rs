//! PINs: hashed outside every transaction, never stored, never logged.

mod waits;

use crate::error::{Error, Result};
use crate::gesture::Desk;
use crate::pin::waits::Waits;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::Uuid;
use staff::RoleDetails;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use telemetry::Redacted;
use tokio::sync::{Mutex, MutexGuard};

/// Memory of one hash: 46 MiB, after OWASP's advice for argon2id with one pass.
const MEMORY_KIB: u32 = 47_104;

/// Of the pepper.
const PEPPER_BYTES: usize = 32;

/// Before a verifier that holds for its own row alone.
const OF_ITS_ROW: &str = "row:";

/// The store's pepper: without it a stolen file of verifiers is worth nothing. It is also where PINs wait their turn.
#[derive(Clone)]
pub(crate) struct Pepper {
    secret: Arc<Redacted<Vec<u8>>>,
    guard: Arc<Guard>,
}

/// What keeps guesses slow.
#[derive(Default)]
struct Guard {
    /// Held from the question whether somebody is locked out until the answer to their PIN is recorded.
    turn: Mutex<()>,
    /// One hash at a time: each needs 46 MiB, and a page can ask as often as it likes.
    hashing: Mutex<()>,
    hashes: AtomicU64,
    waits: Waits,
}

impl Pepper {
    /// Reads the pepper of a data folder, or makes one that only this account can read.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        let path = folder.join("pepper");
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::make(folder, &path)?,
            Err(error) => return Err(error.into()),
        };
        if bytes.len() < PEPPER_BYTES {
            let cut = format!("{} holds {} bytes of {PEPPER_BYTES}", path.display(), bytes.len());
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, cut).into());
        }
        Ok(Self { secret: Arc::new(Redacted::new(bytes)), guard: Arc::default() })
    }

    /// It gets its name when it is whole: PINs hashed with half a pepper would be right until the next start.
    fn make(folder: &Path, path: &Path) -> Result<Vec<u8>> {
        let mut bytes = vec![0_u8; PEPPER_BYTES];
        getrandom::fill(&mut bytes).map_err(|error| Error::Bug(error.to_string()))?;
        let part = folder.join("pepper.part");
        match std::fs::remove_file(&part) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            Ok(()) | Err(_) => {}
        }
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&part)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        std::fs::rename(&part, path)?;
        if cfg!(unix) {
            std::fs::File::open(folder)?.sync_all()?;
        }
        Ok(bytes)
    }

    /// One guess after the other: guesses that are hashed side by side would all be made before the first one counts.
    pub(crate) async fn turn(&self) -> MutexGuard<'_, ()> {
        self.guard.turn.lock().await
    }

    /// Who has to wait.
    pub(crate) fn waits(&self) -> &Waits {
        &self.guard.waits
    }

    /// How many PINs and codes were hashed since the start.
    #[cfg(test)]
    pub(crate) fn hashes(&self) -> u64 {
        self.guard.hashes.load(Ordering::Relaxed)
    }

    fn argon2(&self) -> Result<Argon2<'_>> {
        let params = Params::new(MEMORY_KIB, 1, 1, None).map_err(|error| Error::Bug(error.to_string()))?;
        Argon2::new_with_secret(self.secret.expose(), Algorithm::Argon2id, Version::V0x13, params)
            .map_err(|error| Error::Bug(error.to_string()))
    }

    /// The verifier of a PIN or code, with a salt of its own. It holds for the row that it is made for: copied into
    /// somebody else's row it opens nothing.
    pub(crate) async fn verifier(&self, plain: Redacted<String>, row: Uuid) -> Result<String> {
        let pepper = self.clone();
        self.hashing(move || {
            let mut salt = [0_u8; 16];
            getrandom::fill(&mut salt).map_err(|error| Error::Bug(error.to_string()))?;
            let salt = SaltString::encode_b64(&salt).map_err(|error| Error::Bug(error.to_string()))?;
            let hash = pepper.argon2()?.hash_password(of_row(&plain, row).expose(), &salt);
            hash.map(|hash| format!("{OF_ITS_ROW}{hash}")).map_err(|error| Error::Bug(error.to_string()))
        })
        .await
    }

    /// A verifier as they were made before they named their row.
    #[cfg(test)]
    pub(crate) fn verifier_without_row(&self, pin: &str) -> Result<String> {
        let salt = SaltString::encode_b64(&[7; 16]).map_err(|error| Error::Bug(error.to_string()))?;
        let hash = self.argon2()?.hash_password(pin.as_bytes(), &salt);
        hash.map(|hash| hash.to_string()).map_err(|error| Error::Bug(error.to_string()))
    }

    /// Whether the PIN or code is the one of the verifier in this row. A verifier of another strength than ours was not
    /// made by us.
    pub(crate) async fn matches(&self, plain: Redacted<String>, row: Uuid, verifier: String) -> Result<bool> {
        let pepper = self.clone();
        self.hashing(move || {
            let (text, input) = match verifier.strip_prefix(OF_ITS_ROW) {
                Some(text) => (text, of_row(&plain, row)),
                // Made before verifiers named their row.
                None => (verifier.as_str(), Redacted::new(plain.expose().as_bytes().to_vec())),
            };
            let hash = PasswordHash::new(text).map_err(|error| Error::Bug(error.to_string()))?;
            let ours = pepper.argon2()?;
            let as_strong = Params::try_from(&hash).is_ok_and(|params| {
                let own = ours.params();
                (params.m_cost(), params.t_cost(), params.p_cost()) == (own.m_cost(), own.t_cost(), own.p_cost())
            });
            Ok(as_strong && ours.verify_password(input.expose(), &hash).is_ok())
        })
        .await
    }

    /// The work of a guess, for somebody who has nothing to be guessed: how long an answer takes tells nothing.
    pub(crate) async fn as_if(&self, plain: Redacted<String>) -> Result<()> {
        let zeros = |bytes: usize| "A".repeat(bytes);
        let nobodys = format!("$argon2id$v=19$m={MEMORY_KIB},t=1,p=1${}${}", zeros(22), zeros(43));
        self.matches(plain, Uuid::nil(), nobodys).await.map(drop)
    }

    async fn hashing<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let _alone = self.guard.hashing.lock().await;
        self.guard.hashes.fetch_add(1, Ordering::Relaxed);
        tokio::task::spawn_blocking(work).await.map_err(|error| Error::Bug(error.to_string()))?
    }
}

/// What is hashed of a PIN or code for a row.
fn of_row(plain: &Redacted<String>, row: Uuid) -> Redacted<Vec<u8>> {
    Redacted::new([plain.expose().as_bytes(), &[0], row.as_bytes()].concat())
}

/// Whether a text can be anybody's PIN. Anything else is a wrong one, and is not hashed: it may be as long as memory.
pub(crate) fn can_be_pin(text: &Redacted<String>) -> bool {
    let text = text.expose();
    (1..=usize::from(staff::MOST_PIN_DIGITS)).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A PIN that nobody has yet: what is stored of it, and what the journal may know.
pub(crate) struct NewPin {
    /// The secret that will hold the verifier.
    pub(crate) verifier_id: Uuid,
    verifier: String,
    /// How many digits it has.
    pub(crate) digits: u8,
}

impl NewPin {
    /// Hashes a PIN for somebody of this role.
    ///
    /// # Errors
    /// STF-008 for anything but digits, or too few or too many of them.
    pub(crate) async fn make(
        pepper: &Pepper,
        pin: Redacted<String>,
        role: &RoleDetails,
        verifier_id: Uuid,
    ) -> Result<Self> {
        let digits = Self::digits(&pin, role)?;
        Ok(Self { verifier_id, verifier: pepper.verifier(pin, verifier_id).await?, digits })
    }

    /// How many digits a PIN for somebody of this role has.
    ///
    /// # Errors
    /// STF-008 for anything but digits, or too few or too many of them.
    pub(crate) fn digits(pin: &Redacted<String>, role: &RoleDetails) -> Result<u8> {
        let (least, most) = (role.least_pin_digits(), staff::MOST_PIN_DIGITS);
        let digits = u8::try_from(pin.expose().len()).unwrap_or(u8::MAX);
        if !(least..=most).contains(&digits) || !can_be_pin(pin) {
            return Err(staff::Rejection::PinLength { least, most }.into());
        }
        Ok(digits)
    }

    /// Stores the verifier with the commit that names it.
    pub(crate) async fn put(&self, desk: &mut Desk) -> Result<()> {
        Ok(desk.txn.put_secret(self.verifier_id, "pin_verifier", &self.verifier).await?)
    }
}
