//! What a flyer says. Short, polite, concrete; no mark of exclamation; nothing is promised that the office
//! has not confirmed.

use domain::date::{dm, evenings_words, hours_words, weekday};
use domain::printing::FlyerDesign;
use domain::text::{capitalised, fold};

use super::FlyerPrint;
use super::size::Steps;
use crate::error::Fault;

/// A space at which no line is broken.
const JOINED: &str = "\u{a0}";

/// Words of two syllables that read badly when a line ends between them.
const WHOLE: [&str; 12] = [
    "điện thoại",
    "căn cước",
    "ứng dụng",
    "tài khoản",
    "cán bộ",
    "Cán bộ",
    "phản ánh",
    "địa phương",
    "mật khẩu",
    "Đăng nhập",
    "bà con",
    "tận nhà",
];

/// Fields that an office may write in a headline or a step.
pub const FLYER_FIELDS: [&str; 5] = ["ứng dụng", "địa bàn", "đơn vị", "buổi", "giờ"];

/// All words of one flyer, every field filled.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub(super) illustration: Option<String>,
    pub(super) issuer: String,
    pub(super) headline: String,
    pub(super) area: String,
    pub(super) evenings: String,
    pub(super) hours: String,
    pub(super) scan: String,
    steps: Vec<String>,
    /// The steps are the office's own words, or its headline speaks of them: none may be left out.
    given: bool,
}

impl Words {
    /// # Errors
    /// A field that is not among [`FLYER_FIELDS`].
    pub(super) fn of(flyer: &FlyerPrint, design: FlyerDesign) -> Result<Self, Fault> {
        let given: Option<Vec<String>> =
            flyer.steps.as_ref().map(|steps| steps.iter().map(|s| filled(s, flyer)).collect()).transpose()?;
        let steps = given.clone().unwrap_or_else(|| our_steps(flyer, design));
        let headline = match &flyer.headline {
            Some(headline) => filled(headline, flyer)?,
            None => our_headline(flyer, design),
        };
        Ok(Self {
            illustration: flyer.illustration.as_deref().map(capitalised),
            issuer: flyer.issuer.to_uppercase(),
            headline: whole(&headline),
            area: flyer.area.clone(),
            evenings: evenings(flyer),
            hours: hours(flyer),
            scan: format!("Quét để cài {}", flyer.app),
            steps: steps.iter().map(|s| whole(s)).collect(),
            // A headline of the office may count the steps: then those it counts are all said.
            given: given.is_some() || flyer.headline.as_deref().is_some_and(|own| fold(own).contains("buoc")),
        })
    }

    /// Our headline where no step is said: it must not speak of steps that are not there. `None`: the one there
    /// is does not.
    pub(super) fn without_steps(&self, flyer: &FlyerPrint, design: FlyerDesign) -> Option<String> {
        let speaks_of_steps = design == FlyerDesign::Steps && flyer.headline.is_none() && !self.given;
        speaks_of_steps.then(|| whole(&our_headline(flyer, FlyerDesign::Evening)))
    }

    /// What to do, in order.
    pub(super) fn steps(&self, wanted: Steps) -> &[String] {
        match wanted {
            _ if self.given => &self.steps,
            Steps::All => &self.steps,
            Steps::Short => &self.steps[..self.steps.len().min(2)],
            Steps::None => &[],
        }
    }
}

fn whole(text: &str) -> String {
    WHOLE.iter().fold(text.to_owned(), |text, word| text.replace(word, &word.replace(' ', JOINED)))
}

/// Puts the area's own words in the place of `{{…}}`.
fn filled(text: &str, flyer: &FlyerPrint) -> Result<String, Fault> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((field, after)) = after.split_once("}}") else { break };
        out.push_str(before);
        out.push_str(&match fold(field).as_str() {
            "ung dung" => flyer.app.replace(' ', JOINED),
            "dia ban" => flyer.area.clone(),
            "don vi" => flyer.issuer.clone(),
            "buoi" => evenings(flyer),
            "gio" => hours(flyer),
            _ => return Err(Fault::Field { field: field.trim().to_owned() }),
        });
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn our_headline(flyer: &FlyerPrint, design: FlyerDesign) -> String {
    let app = flyer.app.replace(' ', JOINED);
    match design {
        FlyerDesign::Evening => format!("Chúng tôi đến tận nhà giúp bà con cài {app}"),
        FlyerDesign::Steps => format!("Từng{JOINED}bước cài {app} ngay tại{JOINED}nhà"),
        FlyerDesign::Invitation => format!("Bà con chưa cài {app}?\nCán bộ đến tận nhà giúp"),
    }
}

/// Scanning is named only if there is something to scan.
fn our_steps(flyer: &FlyerPrint, design: FlyerDesign) -> Vec<String> {
    // An app may have the word in its name.
    let app = if flyer.app.to_lowercase().starts_with("ứng dụng") {
        flyer.app.clone()
    } else {
        format!("ứng dụng {}", flyer.app)
    };
    let prepare = "Chuẩn bị điện thoại và căn cước (VNeID)".to_owned();
    let use_it = "Gửi phản ánh, xem tin của địa phương ngay trên máy".to_owned();
    if design == FlyerDesign::Invitation {
        return vec![prepare, "Cán bộ cài giúp và chỉ cách dùng, không thu tiền".to_owned(), use_it];
    }
    let get = match flyer.link {
        Some(_) => format!("Quét mã bên dưới, tải {app}"),
        None => format!("Cán bộ tổ giúp tải {app}"),
    };
    vec![prepare, get, "Đăng nhập, tạo tài khoản cùng cán bộ tổ".to_owned(), use_it]
}

/// The evenings; each weekday stays with its date.
fn evenings(flyer: &FlyerPrint) -> String {
    if flyer.evenings.is_empty() {
        return "Ngày …… / …… / 20……".replace(' ', JOINED);
    }
    let words = flyer.evenings.iter().fold(evenings_words(&flyer.evenings), |words, day| {
        let date = format!("{} {}", weekday(*day), dm(*day));
        words.replace(&date, &date.replace(' ', JOINED))
    });
    capitalised(&words)
}

fn hours(flyer: &FlyerPrint) -> String {
    format!("{} – {}", hours_words(flyer.starts), hours_words(flyer.ends)).replace(' ', JOINED)
}

pub(super) const QUESTIONS: &str = "Hỏi thêm: ";
pub(super) const BEWARE: &str = "Cảnh giác: ";

pub(super) fn scam() -> String {
    whole("cán bộ không bao giờ hỏi mã\u{a0}OTP, mật khẩu hay thu\u{a0}tiền.")
}
