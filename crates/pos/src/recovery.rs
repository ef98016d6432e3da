//! Recovery codes: made at random, shown once, printed and kept by the owner. Only what they are checked against is
//! stored.

use crate::error::{Error, Result};
use crate::gesture::Desk;
use crate::pin::Pepper;
use kernel::{CommandId, Uuid};
use std::sync::{Mutex, PoisonError};
use telemetry::Redacted;

/// Letters and digits that nobody takes for one another: Crockford's base 32, five bits each.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Sixteen of them are 80 bits.
const LETTERS: usize = 16;

/// They are read out and typed in groups.
const GROUP_LETTERS: usize = 4;

/// A code that was just made.
pub(crate) struct NewCode {
    /// As it is shown and printed.
    pub(crate) code: Redacted<String>,
    /// The secret that will hold the verifier.
    pub(crate) verifier_id: Uuid,
    verifier: String,
}

impl NewCode {
    /// Makes a code and hashes it.
    pub(crate) async fn make(pepper: &Pepper) -> Result<Self> {
        let mut bytes = [0_u8; LETTERS];
        getrandom::fill(&mut bytes).map_err(|error| Error::Bug(error.to_string()))?;
        let letters = bytes.map(|byte| char::from(ALPHABET[usize::from(byte & 31)]));
        let plain = Redacted::new(letters.iter().collect::<String>());
        let groups: Vec<String> = letters.chunks(GROUP_LETTERS).map(|group| group.iter().collect()).collect();
        let verifier_id = Uuid::new_v4();
        let verifier = pepper.verifier(plain, verifier_id).await?;
        Ok(Self { code: Redacted::new(groups.join("-")), verifier_id, verifier })
    }

    /// Stores the verifier with the commit that names it.
    pub(crate) async fn put(&self, desk: &mut Desk) -> Result<()> {
        Ok(desk.txn.put_secret(self.verifier_id, "recovery_verifier", &self.verifier).await?)
    }
}

/// A typed code in the form that is hashed: spaces, dashes and case do not matter, and the letters that look like
/// digits are those digits. None for a text that cannot be a code.
pub(crate) fn typed(text: &str) -> Option<Redacted<String>> {
    let mut plain = String::with_capacity(LETTERS);
    for letter in text.chars().filter(|c| !c.is_whitespace() && !"-–—·".contains(*c)) {
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        if plain.len() == LETTERS || !ALPHABET.iter().any(|known| char::from(*known) == letter) {
            return None;
        }
        plain.push(letter);
    }
    (plain.len() == LETTERS).then(|| Redacted::new(plain))
}

/// The code that was issued last, while its window is open: a repeat of the question shows it again, and the disk
/// never sees it.
#[derive(Default)]
pub(crate) struct ShownCode(Mutex<Option<(CommandId, Redacted<String>)>>);

impl ShownCode {
    pub(crate) fn keep(&self, command: CommandId, code: Redacted<String>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((command, code));
    }

    pub(crate) fn find(&self, command: CommandId) -> Option<Redacted<String>> {
        let shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shown.as_ref().filter(|(known, _)| *known == command).map(|(_, code)| code.clone())
    }

    pub(crate) fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

#[cfg(test)]
mod tests {
    use super::typed;

    fn plain(text: &str) -> Option<String> {
        typed(text).map(telemetry::Redacted::into_exposed)
    }

    #[test]
    fn spaces_dashes_and_case_do_not_matter() {
        for text in ["K7QF-2M9X-AB01-ZZ99", " k7qf 2m9x ab01 zz99 ", "k7qf2m9xabolzz99"] {
            assert_eq!(plain(text).as_deref(), Some("K7QF2M9XAB01ZZ99"), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_a_code_is_none() {
        for text in ["", "K7QF-2M9X-AB01-ZZ9", "K7QF-2M9X-AB01-ZZ990", "K7QF-2M9X-AB01-ZZ9Ω", "K7QF-2M9X-AB01-ZZ9U"] {
            assert_eq!(plain(text), None, "{text}");
        }
    }
}
