//! What is said, in Vietnamese: what, where, what to do next.

use std::collections::BTreeMap;

use office::Error;

use crate::refusal::Refusal;
use crate::schema::Schema;
use crate::send::{Fate, News, Outcome, Told};

/// Why nothing, or no more, was sent.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::File(error) => of_the_office(error),
        Refusal::NoWards => {
            "Tệp này chưa có gói số liệu của phường, xã nào. Hãy gộp các tệp Excel của phường, xã bằng tung-ngo consolidate rồi gửi lại.".to_owned()
        }
        Refusal::SchemaName(name) => format!(
            "“{name}” không làm tên lược đồ được. Hãy dùng chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ, ví dụ tung_ngo_2024."
        ),
        Refusal::Connection(why) => {
            format!("Không hiểu được --to ({why}). Hãy ghi như: --to \"host=10.0.0.5 port=5432 dbname=chiendich user=gui\".")
        }
        Refusal::ConnectionLacks(what) => {
            format!("--to còn thiếu {what}. Hãy ghi như: --to \"host=10.0.0.5 dbname=chiendich user=gui\".")
        }
        Refusal::Tls => "Chương trình này không mã hóa đường truyền (TLS), nên không nhận sslmode=require, verify-ca hay verify-full. Hãy chạy ngay trên máy chủ qua Unix socket hoặc trong mạng riêng của cơ quan, và bỏ phần ssl trong --to.".to_owned(),
        Refusal::PasswordOnLine => "Đừng ghi mật khẩu trên dòng lệnh: người khác dùng chung máy thấy được. Hãy đặt vào biến PGPASSWORD hoặc tệp ~/.pgpass rồi bỏ khỏi --to.".to_owned(),
        Refusal::PassfileOpen(path) => {
            format!("Người khác đọc được tệp mật khẩu “{path}”. Hãy chạy: chmod 600 \"{path}\", rồi làm lại.")
        }
        Refusal::PasswordMissing => "Máy chủ đòi mật khẩu. Hãy đặt vào biến PGPASSWORD hoặc tệp ~/.pgpass rồi làm lại.".to_owned(),
        Refusal::WrongPassword { user } => {
            format!("Máy chủ không nhận mật khẩu của “{user}”. Hãy kiểm tra tên (user=) và mật khẩu trong PGPASSWORD hoặc ~/.pgpass.")
        }
        Refusal::NotAdmitted(why) => format!(
            "Máy chủ không nhận kết nối này ({why}). Hãy nhờ người quản trị cho phép tên, máy và cơ sở dữ liệu này trong pg_hba.conf, không đòi mã hóa."
        ),
        Refusal::Unreachable { place, cause } => format!(
            "Không có máy chủ PostgreSQL nào trả lời ở {place} ({cause}). Hãy kiểm tra host, port, mạng và máy chủ đã chạy chưa, rồi làm lại."
        ),
        Refusal::NoDatabase(name) => {
            format!("Máy chủ không có cơ sở dữ liệu “{name}”. Hãy kiểm tra dbname, hoặc nhờ người quản trị tạo trước.")
        }
        Refusal::NoRight(why) => format!(
            "Tài khoản này không đủ quyền ({why}). Hãy nhờ người quản trị cho quyền tạo lược đồ trong cơ sở dữ liệu, hoặc làm chủ lược đồ đã có."
        ),
        Refusal::LaterSchema { schema, found, known } => format!(
            "Lược đồ “{schema}” do phiên bản mới hơn dựng (bước {found}; bản này biết đến bước {known}). Hãy cài phiên bản mới rồi gửi lại; chưa ghi gì."
        ),
        Refusal::OtherCampaign { schema, there, here } => format!(
            "Lược đồ “{schema}” đang giữ đợt “{there}”, khác với đợt “{here}” của tệp này (khác ứng dụng, khác ngày, hoặc một bên chỉ là số liệu minh họa). Hãy gửi vào lược đồ khác bằng --schema; chưa ghi gì."
        ),
        Refusal::Taken(why) => format!(
            "Lược đồ đã có thứ khác trùng tên ({why}). Hãy chọn lược đồ riêng cho Từng Ngõ bằng --schema; chưa ghi gì."
        ),
        Refusal::NoRoom(why) => format!(
            "Máy chủ hết chỗ hoặc quá bận ({why}). Những phường, xã đã báo xong vẫn còn; hãy nhờ người quản trị xử lý rồi chạy lại lệnh này."
        ),
        Refusal::ReadOnly => "Máy chủ này chỉ cho đọc (bản sao dự phòng). Hãy gửi vào máy chủ chính.".to_owned(),
        Refusal::Lost(why) => format!(
            "Mất kết nối với máy chủ ({why}). Những phường, xã đã báo xong vẫn còn, phường, xã đang gửi dở chưa ghi gì; hãy chạy lại lệnh này để gửi tiếp."
        ),
        Refusal::Packet { ward, cause } => {
            format!("Gói số liệu của {ward} có giá trị không ghi được ({cause}). Hãy báo người phụ trách.")
        }
        Refusal::Server { code, message } => format!(
            "Máy chủ báo lỗi ngoài dự kiến. Những phường, xã đã báo xong vẫn còn. Khi báo lỗi, hãy gửi kèm dòng sau:\n  {code} {message}"
        ),
    }
}

/// The same sentences as the window's.
fn of_the_office(error: &Error) -> String {
    let words: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../../../../assets/text/errors.vi.json")).unwrap_or_default();
    match error {
        Error::User { code, params, .. } => {
            let code = crate::facts::code(code);
            let text = words.get(&code).cloned().unwrap_or(code);
            params.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
        }
        Error::Internal(cause) => {
            format!("Chương trình gặp lỗi ngoài dự kiến. Khi báo lỗi, hãy gửi kèm dòng sau:\n  {cause}")
        }
    }
}

/// A line while it runs.
#[must_use]
pub fn news(news: &News<'_>) -> String {
    match news {
        News::Waiting => "Một lượt gửi khác đang ghi vào lược đồ này; đang chờ …".to_owned(),
        News::Ward { told, n, of } => format!("{n}/{of} {}: {}", told.ward, fate(told.fate, false)),
    }
}

/// A line of a preview.
#[must_use]
pub fn would(told: &Told) -> String {
    format!("{}: {}", told.ward, fate(told.fate, true))
}

fn fate(fate: Fate, would: bool) -> &'static str {
    match (fate, would) {
        (Fate::New, false) => "đã gửi",
        (Fate::New, true) => "sẽ gửi",
        (Fate::Replaces, false) => "đã thay bản trước",
        (Fate::Replaces, true) => "sẽ thay bản trước",
        (Fate::Unchanged, _) => "đã có, không đổi",
        (Fate::Older, _) => "bỏ qua, vì đã có bản mới hơn",
    }
}

/// The closing lines.
#[must_use]
pub fn summary(outcome: &Outcome, schema: &Schema, is_all: bool, would: bool) -> String {
    let count = |wanted: fn(Fate) -> bool| outcome.wards.iter().filter(|t| wanted(t.fate)).count();
    let parts = [(count(|f| f == Fate::Unchanged), "không đổi"), (count(|f| f == Fate::Older), "bỏ qua")];
    let rest: String = parts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!(", {n} {word}")).collect();
    let (begin, end) = if would { ("Sẽ gửi", " Chưa ghi gì.") } else { ("Đã gửi", "") };
    let sent = format!("{begin} {} phường, xã vào lược đồ {schema}{rest}.{end}", count(Fate::is_sent));
    if outcome.strangers.is_empty() {
        return sent;
    }
    let names = outcome.strangers.join(", ");
    match (is_all, would) {
        (true, true) => format!("{sent}\nSẽ bỏ khỏi lược đồ, vì không có trong tệp này: {names}."),
        (true, false) => format!("{sent}\nĐã bỏ khỏi lược đồ, vì không có trong tệp này: {names}."),
        (false, _) => format!(
            "{sent}\nLược đồ còn số liệu của {names}, không có trong tệp này. Nếu tệp này là đủ cả đợt, hãy gửi lại với --all để bỏ."
        ),
    }
}
