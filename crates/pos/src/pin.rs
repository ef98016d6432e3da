//! PINs: hashed outside every transaction, never stored, never logged.

use crate::error::{Error, Result};
use crate::gesture::Desk;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::Uuid;
use staff::RoleDetails;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use telemetry::Redacted;

/// Memory of one hash: 46 MiB, after OWASP's advice for argon2id with one pass.
const MEMORY_KIB: u32 = 47_104;

/// The store's pepper: without it a stolen file of verifiers is worth nothing.
#[derive(Clone)]
pub(crate) struct Pepper(Arc<Redacted<Vec<u8>>>);

impl Pepper {
    /// Reads the pepper of a data folder, or makes one that only this account can read.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        let path = folder.join("pepper");
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::make(&path)?,
            Err(error) => return Err(error.into()),
        };
        Ok(Self(Arc::new(Redacted::new(bytes))))
    }

    fn make(path: &Path) -> Result<Vec<u8>> {
        let mut bytes = vec![0_u8; 32];
        getrandom::fill(&mut bytes).map_err(|error| Error::Bug(error.to_string()))?;
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        Ok(bytes)
    }

    fn argon2(&self) -> Result<Argon2<'_>> {
        let params = Params::new(MEMORY_KIB, 1, 1, None).map_err(|error| Error::Bug(error.to_string()))?;
        Argon2::new_with_secret(self.0.expose(), Algorithm::Argon2id, Version::V0x13, params)
            .map_err(|error| Error::Bug(error.to_string()))
    }

    /// The verifier of a PIN, with a salt of its own.
    pub(crate) async fn verifier(&self, pin: Redacted<String>) -> Result<String> {
        let pepper = self.clone();
        blocking(move || {
            let mut salt = [0_u8; 16];
            getrandom::fill(&mut salt).map_err(|error| Error::Bug(error.to_string()))?;
            let salt = SaltString::encode_b64(&salt).map_err(|error| Error::Bug(error.to_string()))?;
            let hash = pepper.argon2()?.hash_password(pin.expose().as_bytes(), &salt);
            hash.map(|hash| hash.to_string()).map_err(|error| Error::Bug(error.to_string()))
        })
        .await
    }

    /// Whether the PIN is the one of the verifier.
    pub(crate) async fn matches(&self, pin: Redacted<String>, verifier: String) -> Result<bool> {
        let pepper = self.clone();
        blocking(move || {
            let hash = PasswordHash::new(&verifier).map_err(|error| Error::Bug(error.to_string()))?;
            Ok(pepper.argon2()?.verify_password(pin.expose().as_bytes(), &hash).is_ok())
        })
        .await
    }
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
        let (least, most) = (role.least_pin_digits(), staff::MOST_PIN_DIGITS);
        let digits = u8::try_from(pin.expose().len()).unwrap_or(u8::MAX);
        if !(least..=most).contains(&digits) || !pin.expose().bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(staff::Rejection::PinLength { least, most }.into());
        }
        Ok(Self { verifier_id, verifier: pepper.verifier(pin).await?, digits })
    }

    /// Stores the verifier with the commit that names it.
    pub(crate) async fn put(&self, desk: &mut Desk) -> Result<()> {
        Ok(desk.txn.put_secret(self.verifier_id, "pin_verifier", &self.verifier).await?)
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Bug(error.to_string()))?
}
