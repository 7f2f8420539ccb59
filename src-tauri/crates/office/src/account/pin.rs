//! PINs: argon2id, 19 MiB, two passes, one lane (OWASP's minimum for argon2id).

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::error::{Error, ErrorCode, Result};
use crate::outside::{Outside, fresh};

const LEAST: usize = 4;
const MOST: usize = 64;

fn argon() -> Result<Argon2<'static>> {
    let params =
        Params::new(19 * 1024, 2, 1, None).map_err(|e| Error::internal(std::io::Error::other(e.to_string())))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

pub(crate) fn hash(pin: &str, outside: &dyn Outside) -> Result<String> {
    let letters = pin.chars().count();
    if letters < LEAST {
        return Err(Error::of(ErrorCode::PinTooShort).with("least", LEAST));
    }
    if letters > MOST {
        return Err(Error::of(ErrorCode::TooLong).with("field", "mã PIN").with("most", MOST));
    }
    let salt: [u8; 16] = fresh(outside);
    let hash: PasswordHash = argon()?
        .hash_password_with_salt(pin.as_bytes(), &salt)
        .map_err(|e| Error::internal(std::io::Error::other(e.to_string())))?;
    Ok(hash.to_string())
}

pub(super) fn fits(pin: &str, hash: &str) -> Result<bool> {
    Ok(argon()?.verify_password(pin.as_bytes(), hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outside::System;

    #[test]
    fn a_pin_fits_its_own_hash_only() {
        let hash = hash("1357", &System).expect("a hash");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(fits("1357", &hash).expect("it reads"));
        assert!(!fits("1358", &hash).expect("it reads"));
        assert_eq!(super::hash("123", &System).map_err(|e| e.code()), Err(ErrorCode::PinTooShort));
    }
}
