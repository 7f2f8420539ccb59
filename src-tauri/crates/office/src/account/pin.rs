//! PINs: argon2id, 19 MiB, two passes, one lane (OWASP's minimum for argon2id).

use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::account::pin::{LEAST, MOST, Refused, check, composed};

use store::Account;

use crate::Act;
use crate::error::{Error, ErrorCode, Result};
use crate::outside::{Outside, fresh};

fn argon() -> Result<Argon2<'static>> {
    let params =
        Params::new(19 * 1024, 2, 1, None).map_err(|e| Error::internal(std::io::Error::other(e.to_string())))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash of a PIN for somebody of this name, unless anybody would try it first.
pub(crate) fn hash(pin: &str, name: &str, outside: &dyn Outside) -> Result<String> {
    check(pin, name).map_err(|refused| match refused {
        Refused::TooShort => Error::of(ErrorCode::PinTooShort).with("least", LEAST),
        Refused::TooLong => Error::of(ErrorCode::TooLong).with("field", "mã PIN").with("most", MOST),
        other => Error::of(ErrorCode::PinTooWeak).with("why", other.words()),
    })?;
    hash_of(&composed(pin), outside)
}

/// The hash of an account's new PIN: not the one it has, which somebody else chose or knows.
pub(super) fn hash_new(pin: &str, account: &Account, act: &Act<'_>) -> Result<String> {
    if let Some(before) = act.find_pin_hash(account.id)?
        && account.lent
        && fits(pin, &before)?
    {
        return Err(lent_again());
    }
    hash(pin, &account.name, act.outside)
}

/// The lent PIN is known to somebody else: it does not become the own one.
pub(crate) fn lent_again() -> Error {
    Error::of(ErrorCode::PinTooWeak).with("why", "chính là mã tạm vừa dùng")
}

/// The hash of a secret of any form.
pub(super) fn hash_of(secret: &str, outside: &dyn Outside) -> Result<String> {
    let salt: [u8; 16] = fresh(outside);
    let hash: PasswordHash = argon()?
        .hash_password_with_salt(secret.as_bytes(), &salt)
        .map_err(|e| Error::internal(std::io::Error::other(e.to_string())))?;
    Ok(hash.to_string())
}

pub(super) fn fits(pin: &str, hash: &str) -> Result<bool> {
    Ok(argon()?.verify_password(composed(pin).as_bytes(), hash).is_ok())
}

/// A hash that nothing fits, as slow to try as any: who knocks at a door that is not there waits as long.
pub(super) fn nobodys() -> &'static str {
    static NOBODYS: LazyLock<String> = LazyLock::new(|| {
        // Salt and output of no PIN: 16 and 32 zero bytes in base 64 without padding.
        format!("$argon2id$v=19$m=19456,t=2,p=1${}${}", "A".repeat(22), "A".repeat(43))
    });
    &NOBODYS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outside::System;

    #[test]
    fn a_pin_fits_its_own_hash_only() {
        let hash = hash("1357", "", &System).expect("a hash");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(fits("1357", &hash).expect("it reads"));
        assert!(!fits("1358", &hash).expect("it reads"));
        assert_eq!(super::hash("123", "", &System).map_err(|e| e.code()), Err(ErrorCode::PinTooShort));
        assert_eq!(super::hash("1234", "", &System).map_err(|e| e.code()), Err(ErrorCode::PinTooWeak));
        assert_eq!(super::hash("hồng", "Lê Thị Hồng", &System).map_err(|e| e.code()), Err(ErrorCode::PinTooWeak));
        assert_eq!(super::hash(&"ab".repeat(33), "", &System).map_err(|e| e.code()), Err(ErrorCode::TooLong));
    }

    #[test]
    fn a_passphrase_fits_however_its_marks_were_typed() {
        let hash = hash("nắng sớm", "", &System).expect("a hash");
        assert!(fits("na\u{306}\u{301}ng so\u{31b}\u{301}m", &hash).expect("it reads"));
    }

    #[test]
    fn nobodys_hash_costs_as_much_as_any_and_nothing_fits_it() {
        let parsed = PasswordHash::new(nobodys()).expect("a hash");
        let real = hash("1357", "", &System).expect("a hash");
        let real = PasswordHash::new(&real).expect("a hash");
        assert_eq!(
            (parsed.algorithm.as_str(), parsed.version, parsed.params.to_string()),
            (real.algorithm.as_str(), real.version, real.params.to_string())
        );
        assert_eq!(parsed.hash.map(|h| h.len()), real.hash.map(|h| h.len()), "so that it is reckoned to the end");
        assert!(!fits("", nobodys()).expect("it reads") && !fits("1357", nobodys()).expect("it reads"));
    }
}
