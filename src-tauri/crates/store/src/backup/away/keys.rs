//! The identity that copies are encrypted to, and the passphrase around it.

use std::io::{Read, Write};
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::{Decryptor, EncryptError, Encryptor, scrypt, x25519};
use domain::text::nfc;

use crate::error::{Result, StoreError};
use crate::rows::Rows;
use crate::transact::Tx;

/// What an office file keeps so that copies can be made without the passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The public half: `age1…`.
    pub recipient: String,
    /// The identity, encrypted with the passphrase: `khoa.age`.
    pub sealed: Vec<u8>,
}

/// Names of the two in the office file.
const RECIPIENT: &str = "backup_recipient";
const SEALED: &str = "backup_identity";
/// 2^17 rounds of scrypt take 134 MB of memory and half a second on an office PC; each guess costs as much.
const WORK: u8 = 17;
/// Refuses a file that would have the computer reckon for minutes.
const MOST_WORK: u8 = 20;

impl Keys {
    /// A new identity, encrypted with a passphrase. Takes about a second.
    ///
    /// # Errors
    /// It could not be encrypted.
    pub fn new(passphrase: &str) -> Result<Self> {
        let identity = x25519::Identity::generate();
        let mut recipient = scrypt::Recipient::new(secret(passphrase));
        recipient.set_work_factor(WORK);
        let mut sealed = Vec::new();
        let text = identity.to_string();
        seal(&recipient, &mut sealed, |out| {
            out.write_all(text.expose_secret().as_bytes())?;
            out.write_all(b"\n")
        })?;
        Ok(Self { recipient: identity.to_public().to_string(), sealed })
    }

    pub(super) fn recipient(&self) -> Result<x25519::Recipient> {
        x25519::Recipient::from_str(&self.recipient).map_err(|e| StoreError::Value(e.to_owned()))
    }
}

/// Encrypts what `write` writes.
pub(super) fn seal(
    recipient: &dyn age::Recipient,
    out: impl Write,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<()> {
    let failed = |error: EncryptError| StoreError::Value(error.to_string());
    let encryptor = Encryptor::with_recipients(std::iter::once(recipient)).map_err(failed)?;
    let encrypt = || {
        let mut stream = encryptor.wrap_output(out)?;
        write(&mut stream)?;
        stream.finish().map(|_| ())
    };
    encrypt().map_err(StoreError::Writing)
}

/// As it is typed on another day: what stands around it and how its marks were put together is of no account.
fn secret(passphrase: &str) -> SecretString {
    SecretString::from(nfc(passphrase.trim()))
}

/// Opens `khoa.age`.
pub(super) fn unseal(sealed: &[u8], passphrase: &str) -> Result<x25519::Identity> {
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let unreadable = || StoreError::Backup(domain::backup::Fault::Changed);
    let decryptor = Decryptor::new(sealed).map_err(|_| unreadable())?;
    if !decryptor.is_scrypt() {
        return Err(unreadable());
    }
    let mut stream =
        decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|error| match error {
            age::DecryptError::ExcessiveWork { .. } => unreadable(),
            _ => StoreError::WrongPassphrase,
        })?;
    let mut text = String::new();
    stream.read_to_string(&mut text).map_err(|_| unreadable())?;
    x25519::Identity::from_str(text.trim()).map_err(|_| unreadable())
}

impl Rows<'_> {
    /// What copies that leave the office are encrypted to; none while nobody set a passphrase.
    pub fn find_backup_keys(&self) -> Result<Option<Keys>> {
        let (Some(recipient), Some(sealed)) = (self.find_secret(RECIPIENT)?, self.find_secret(SEALED)?) else {
            return Ok(None);
        };
        let recipient = String::from_utf8(recipient).map_err(|e| StoreError::Value(e.to_string()))?;
        Ok(Some(Keys { recipient, sealed }))
    }
}

impl Tx<'_> {
    /// From now on copies are encrypted to this; those made before still open with their own passphrase.
    pub fn put_backup_keys(&self, keys: &Keys) -> Result<()> {
        self.put_secret(RECIPIENT, keys.recipient.as_bytes())?;
        self.put_secret(SEALED, &keys.sealed)
    }
}
