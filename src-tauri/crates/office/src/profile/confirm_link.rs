use domain::account::Permission;
use domain::campaign::{Campaign, ConfirmedLink};
use domain::text::clean;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// The link that flyers lead to, opened and confirmed by whoever sends this; `null` takes it off the
/// flyers again. The journal keeps who and when.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ConfirmLink {
    pub url: Option<String>,
}

/// As many letters as a QR holds whose squares still read well from a photocopied A6 (version 6, level M).
const LONGEST: usize = 106;

impl Write for ConfirmLink {
    type Answer = ();
    const NAME: &'static str = "confirm_link";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let link = match self.url {
            Some(typed) => {
                let url = address(&typed)?;
                Some(ConfirmedLink { url, confirmed_on: act.today(), confirmed_by: Some(act.who.id) })
            }
            None => None,
        };
        Ok(act.update_campaign(&Campaign { link, ..act.get_campaign()? })?)
    }
}

/// A web address a phone opens: `https://` and a host with a dot, without spaces.
fn address(typed: &str) -> Result<String> {
    let url = clean(typed);
    if url.chars().count() > LONGEST {
        return Err(Error::of(ErrorCode::TooLong).with("field", "đường dẫn").with("most", LONGEST));
    }
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let sound = host.split('.').count() > 1
        && host.split('.').all(|part| !part.is_empty())
        && url.chars().all(|c| c.is_ascii_graphic());
    if sound { Ok(url) } else { Err(Error::of(ErrorCode::NotALink).with("typed", typed)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_a_phone_opens() {
        for good in ["https://ihanoi.gov.vn", " https://a.vn/tai?x=1#y ", "http://a.b.vn"] {
            assert!(address(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "ihanoi.gov.vn",
            "https://",
            "https://localhost",
            "https://a..vn",
            "https://a.vn/có dấu",
            "javascript:x",
        ] {
            assert_eq!(address(bad).map_err(|e| e.code()), Err(ErrorCode::NotALink), "{bad}");
        }
    }
}
