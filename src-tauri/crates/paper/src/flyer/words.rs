//! What a flyer says. Short, polite, concrete; no mark of exclamation; nothing is promised that the office
//! has not confirmed.

use domain::date::{dm, evenings_words, hours_words, weekday};
use domain::text::capitalised;

use super::FlyerPrint;

/// A space at which no line is broken.
const JOINED: &str = "\u{a0}";

/// Words of two syllables that read badly when a line ends between them.
const WHOLE: [&str; 9] =
    ["điện thoại", "căn cước", "ứng dụng", "tài khoản", "cán bộ", "phản ánh", "địa phương", "mật khẩu", "Đăng nhập"];

fn whole(text: &str) -> String {
    WHOLE.iter().fold(text.to_owned(), |text, word| text.replace(word, &word.replace(' ', JOINED)))
}

pub(super) fn headline(flyer: &FlyerPrint) -> String {
    format!("Chúng tôi đến tận nhà giúp bà con cài {}", flyer.app.replace(' ', JOINED))
}

/// The evenings; each weekday stays with its date.
pub(super) fn evenings(flyer: &FlyerPrint) -> String {
    if flyer.evenings.is_empty() {
        return "Ngày …… / …… / 20……".replace(' ', JOINED);
    }
    let words = flyer.evenings.iter().fold(evenings_words(&flyer.evenings), |words, day| {
        let date = format!("{} {}", weekday(*day), dm(*day));
        words.replace(&date, &date.replace(' ', JOINED))
    });
    capitalised(&words)
}

pub(super) fn hours(flyer: &FlyerPrint) -> String {
    format!("{} – {}", hours_words(flyer.starts), hours_words(flyer.ends)).replace(' ', JOINED)
}

/// What to do, in order. Scanning is named only if there is something to scan.
pub(super) fn steps(flyer: &FlyerPrint, all: bool) -> Vec<String> {
    // An app may have the word in its name.
    let app = if flyer.app.to_lowercase().starts_with("ứng dụng") {
        flyer.app.clone()
    } else {
        format!("ứng dụng {}", flyer.app)
    };
    let get = match flyer.link {
        Some(_) => format!("Quét mã bên dưới, tải {app}"),
        None => format!("Cán bộ tổ giúp tải {app}"),
    };
    let mut steps = vec!["Chuẩn bị điện thoại và căn cước (VNeID)".to_owned(), get];
    if all {
        steps.push("Đăng nhập, tạo tài khoản cùng cán bộ tổ".to_owned());
        steps.push("Gửi phản ánh, xem tin của địa phương ngay trên máy".to_owned());
    }
    steps.iter().map(|step| whole(step)).collect()
}

pub(super) fn scan(flyer: &FlyerPrint) -> String {
    format!("Quét để cài {}", flyer.app)
}

pub(super) const QUESTIONS: &str = "Hỏi thêm: ";
pub(super) const BEWARE: &str = "Cảnh giác: ";

pub(super) fn scam() -> String {
    whole("cán bộ không bao giờ hỏi mã\u{a0}OTP, mật khẩu hay thu\u{a0}tiền.")
}
