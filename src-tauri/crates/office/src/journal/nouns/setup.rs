//! The office, its accounts and people, the campaign, its areas and plan.

use domain::account::Role;
use domain::area::AreaKind;
use domain::campaign::{Denominator, Numerator};

use super::As::{Day, Domain, Moment, Number, Row, Text, Time, Word, Yes};
use super::{Noun, column, said, untold};

const KINDS_OF_SECTION: &[(&str, &str)] =
    &[("bases", "căn cứ"), ("text", "đoạn văn"), ("part", "phần"), ("appendix", "phụ lục")];

pub(super) const SECTION: super::As = Word(KINDS_OF_SECTION);

pub(super) const NOUNS: &[Noun] = &[
    Noun {
        table: "account",
        word: "tài khoản",
        named_by: &["person_id"],
        columns: &[
            untold("id"),
            column("person_id", "người", Row("person")),
            column("role", "vai trò", Domain(|t| said(t, Role::word))),
            column("has_pin", "mã PIN", Yes("có", "không")),
            column("active", "tình trạng", Yes("đang dùng", "đã khóa")),
        ],
    },
    Noun {
        table: "person",
        word: "thông tin của",
        named_by: &["id"],
        columns: &[column("id", "người", Row("person")), untold("digest")],
    },
    Noun {
        table: "contact_access",
        word: "lượt xem thông tin liên hệ",
        named_by: &[],
        columns: &[
            untold("id"),
            untold("at"),
            untold("account_id"),
            column(
                "what",
                "việc",
                Word(&[("viewed", "xem"), ("printed", "in"), ("exported", "lấy ra tệp"), ("deleted", "xóa")]),
            ),
            column("person_id", "của", Row("person")),
            column("how_many", "số người", Number),
        ],
    },
    Noun {
        table: "door",
        word: "khóa màn hình",
        named_by: &[],
        columns: &[untold("id"), column("idle_minutes", "sau số phút không dùng", Number)],
    },
    Noun {
        table: "unlock_sheet",
        word: "giấy mở khóa",
        named_by: &["id"],
        columns: &[
            column("id", "số", Number),
            column("made_at", "in lúc", Moment),
            column("made_by", "người in", Row("account")),
            column("used_at", "dùng lúc", Moment),
            column("used_for", "mở tài khoản", Row("account")),
        ],
    },
    Noun {
        table: "unlock_seen",
        word: "đã đọc tin giấy mở khóa được dùng",
        named_by: &[],
        columns: &[column("sheet_id", "giấy số", Number), column("account_id", "người đọc", Row("account"))],
    },
    Noun {
        table: "office",
        word: "tên cơ quan",
        named_by: &["short_name"],
        columns: &[
            untold("id"),
            column("valid_from", "từ ngày", Day),
            column("valid_to", "đến hết ngày", Day),
            column("superior_lines", "cơ quan cấp trên", Text),
            column("name_lines", "tên đầy đủ", Text),
            column("short_name", "tên gọi", Text),
            column("place", "địa danh", Text),
            column("symbol", "ký hiệu", Text),
            column("contact_line", "dòng liên hệ", Text),
        ],
    },
    Noun {
        table: "authority",
        word: "nơi nhận báo cáo",
        named_by: &["name"],
        columns: &[
            untold("id"),
            column("name", "tên", Text),
            column("address", "địa chỉ", Text),
            column("valid_from", "từ ngày", Day),
            column("valid_to", "đến hết ngày", Day),
        ],
    },
    Noun {
        table: "campaign",
        word: "đợt",
        named_by: &["title"],
        columns: &[
            untold("id"),
            column("title", "tên", Text),
            column("app_name", "ứng dụng", Text),
            column("subject", "trích yếu kế hoạch", Text),
            column("starts_on", "ngày bắt đầu", Day),
            column("ends_on", "ngày kết thúc", Day),
            column("evening_starts", "giờ bắt đầu buổi", Time),
            column("evening_ends", "giờ kết thúc buổi", Time),
            column("contact_id", "đầu mối nhận kết quả", Row("person")),
            column("signature_lines", "phần ký", Text),
            column("signer_id", "người ký", Row("person")),
            column("drafter", "ký hiệu soạn thảo", Text),
            column("plan_number", "số kế hoạch", Number),
            column("plan_date", "ngày kế hoạch", Day),
            column("plan_month", "tháng kế hoạch", Text),
            column("illustration", "minh họa", Text),
            column("link_url", "đường dẫn cài đặt", Text),
            column("link_confirmed_on", "ngày xác nhận đường dẫn", Day),
            column("link_confirmed_by", "người xác nhận đường dẫn", Row("account")),
            column("data_purpose", "mục đích lưu thông tin", Text),
            column("retain_until", "lưu thông tin đến", Day),
        ],
    },
    Noun {
        table: "recipient",
        word: "nơi nhận của kế hoạch",
        named_by: &["name"],
        columns: &[untold("campaign_id"), untold("place"), column("name", "tên", Text)],
    },
    Noun {
        table: "target",
        word: "chỉ tiêu",
        named_by: &["name"],
        columns: &[
            untold("id"),
            untold("campaign_id"),
            column("place", "thứ tự", Number),
            column("clause", "mục trong kế hoạch", Text),
            column("name", "tên", Text),
            column("numerator", "tính", Domain(|t| said(t, Numerator::word))),
            column("denominator", "trên", Domain(|t| said(t, Denominator::word))),
            column("percent", "mức phải đạt (%)", Number),
            column("by_day", "hạn", Day),
        ],
    },
    Noun {
        table: "plan_section",
        word: "phần của kế hoạch",
        named_by: &["heading"],
        columns: &[
            untold("id"),
            untold("campaign_id"),
            column("place", "thứ tự", Number),
            column("kind", "loại", SECTION),
            column("heading", "đề mục", Text),
            column("body", "nội dung", Text),
        ],
    },
    Noun {
        table: "area",
        word: "địa bàn",
        named_by: &["name"],
        columns: &[
            untold("id"),
            untold("campaign_id"),
            column("place", "thứ tự", Number),
            column("name", "tên", Text),
            column("kind", "loại", Domain(|t| said(t, AreaKind::word))),
            column("cluster", "cụm", Text),
            column("leader_id", "người đứng đầu", Row("person")),
            column("self_report_due", "hạn tự báo cáo", Day),
            column("began_on", "từ ngày", Day),
            column("ended_on", "đến hết ngày", Day),
            column("ended_because", "lý do thôi", Text),
        ],
    },
    Noun {
        table: "area_name",
        word: "tên cũ của địa bàn",
        named_by: &["name"],
        columns: &[
            column("area_id", "địa bàn", Row("area")),
            column("until", "dùng đến hết ngày", Day),
            column("name", "tên", Text),
            column("kind", "loại", Domain(|t| said(t, AreaKind::word))),
            column("cluster", "cụm", Text),
            column("because", "lý do", Text),
        ],
    },
    Noun {
        table: "area_heir",
        word: "địa bàn tách, gộp",
        named_by: &[],
        columns: &[
            column("source_id", "từ", Row("area")),
            column("heir_id", "thành", Row("area")),
            column("on_day", "từ ngày", Day),
        ],
    },
    Noun {
        table: "area_base",
        word: "số liệu nền của",
        named_by: &["area_id"],
        columns: &[
            untold("id"),
            column("area_id", "địa bàn", Row("area")),
            column("as_of", "tính đến ngày", Day),
            column("source", "nguồn", Text),
            column("households", "số hộ", Number),
            column("people_15", "người từ 15 tuổi", Number),
            column("smartphone_15", "người dùng điện thoại thông minh", Number),
            column("installed", "đã cài từ trước", Number),
        ],
    },
    Noun {
        table: "template_section",
        word: "mẫu văn bản",
        named_by: &["heading"],
        columns: &[
            untold("paper"),
            untold("place"),
            column("kind", "loại", SECTION),
            column("heading", "đề mục", Text),
            column("body", "nội dung", Text),
        ],
    },
];
