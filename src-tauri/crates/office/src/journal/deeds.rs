//! What each deed is called in the journal. A deed of the contract without a line here fails a test.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Deeds that people look for together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeedKind {
    Keying,
    Verifying,
    Approving,
    Schedule,
    Areas,
    Forces,
    Papers,
    Reports,
    Settings,
    Accounts,
    Backups,
}

impl DeedKind {
    pub const ALL: [Self; 11] = [
        Self::Keying,
        Self::Verifying,
        Self::Approving,
        Self::Schedule,
        Self::Areas,
        Self::Forces,
        Self::Papers,
        Self::Reports,
        Self::Settings,
        Self::Accounts,
        Self::Backups,
    ];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Keying => "nhập phiếu",
            Self::Verifying => "đối soát",
            Self::Approving => "duyệt",
            Self::Schedule => "lịch",
            Self::Areas => "địa bàn",
            Self::Forces => "lực lượng",
            Self::Papers => "văn bản, giấy in",
            Self::Reports => "báo cáo",
            Self::Settings => "cài đặt",
            Self::Accounts => "tài khoản",
            Self::Backups => "sao lưu, khôi phục",
        }
    }

    /// Names of its deeds, as the contract has them.
    pub(super) fn ops(self) -> Vec<&'static str> {
        DEEDS.iter().filter(|d| d.kind == self).map(|d| d.op).collect()
    }
}

/// A deed as the journal tells it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deed {
    pub op: &'static str,
    pub kind: DeedKind,
    /// `Nhập số vào phiếu`.
    pub words: &'static str,
}

const fn deed(op: &'static str, kind: DeedKind, words: &'static str) -> Deed {
    Deed { op, kind, words }
}

pub(super) fn deed_of(op: &str) -> Option<&'static Deed> {
    DEEDS.iter().find(|d| d.op == op)
}

use DeedKind::{Accounts, Approving, Areas, Backups, Forces, Keying, Papers, Reports, Schedule, Settings, Verifying};

pub(super) const DEEDS: &[Deed] = &[
    deed("set_boxes", Keying, "Nhập số vào phiếu"),
    deed("accept_sheet", Keying, "Chấp nhận phiếu có số bất thường"),
    deed("accept_flag", Keying, "Chấp nhận chỗ cần xem lại của phiếu"),
    deed("set_sheet_note", Keying, "Ghi chú của phiếu"),
    deed("import_tallies", Keying, "Nhập phiếu từ bảng"),
    deed("attach_file", Keying, "Đính ảnh, bản quét vào phiếu"),
    deed("remove_attachment", Keying, "Bỏ ảnh, bản quét của phiếu"),
    deed("number_sheets", Keying, "Đánh số phiếu"),
    deed("number_self_report", Keying, "Đánh số phiếu tự báo cáo"),
    deed("set_as_of", Keying, "Đổi ngày của phiếu tự báo cáo"),
    deed("hand_out", Keying, "Phát phiếu"),
    deed("return_sheets", Keying, "Nhận phiếu về"),
    deed("assign_sheet", Keying, "Chọn buổi cho phiếu dự phòng"),
    deed("lose_sheet", Keying, "Ghi phiếu thất lạc"),
    deed("find_sheet", Keying, "Ghi phiếu đã tìm thấy"),
    deed("withdraw_sheet", Keying, "Hủy phiếu"),
    deed("replace_sheet", Keying, "Thay phiếu bằng phiếu dự phòng"),
    deed("recover_entries", Keying, "Lấy lại số đã nhập sau sự cố"),
    deed("set_second_boxes", Verifying, "Nhập lần hai"),
    deed("decide_box", Verifying, "Quyết định chỗ hai lần nhập khác nhau"),
    deed("accept_decided", Verifying, "Chấp nhận phiếu sau khi quyết định"),
    deed("accept_finding", Verifying, "Chấp nhận chỗ bất thường"),
    deed("set_verification", Verifying, "Đặt cách đối soát"),
    deed("key_copy", Verifying, "Nhập bản thứ hai của một phiếu"),
    deed("decide_copy", Verifying, "Quyết định về bản thứ hai"),
    deed("set_aside", Verifying, "Xếp phiếu là trùng"),
    deed("admit_sheet", Verifying, "Nhận lại phiếu đã xếp trùng"),
    deed("open_query", Verifying, "Đặt câu hỏi"),
    deed("edit_query", Verifying, "Sửa câu hỏi"),
    deed("answer_query", Verifying, "Trả lời câu hỏi"),
    deed("reopen_query", Verifying, "Mở lại câu hỏi"),
    deed("approve_evening", Approving, "Duyệt và khóa buổi"),
    deed("approve_self_report", Approving, "Duyệt và khóa số tự báo cáo"),
    deed("reopen_evening", Approving, "Mở khóa buổi đã duyệt"),
    deed("reopen_self_report", Approving, "Mở khóa số tự báo cáo đã duyệt"),
    deed("add_visit", Schedule, "Thêm buổi"),
    deed("cancel_visit", Schedule, "Hủy hoặc mở lại buổi"),
    deed("move_visit", Schedule, "Dời buổi"),
    deed("split_visit", Schedule, "Thêm buổi thứ hai"),
    deed("shift_visits", Schedule, "Dời cả loạt buổi"),
    deed("set_visit_teams", Schedule, "Đổi tổ của buổi"),
    deed("take_schedule", Schedule, "Nhận lịch tự động"),
    deed("import_schedule", Schedule, "Nhập bảng lịch"),
    deed("extend_campaign", Schedule, "Đổi ngày kết thúc đợt"),
    deed("put_day_off", Schedule, "Thêm ngày nghỉ"),
    deed("remove_day_off", Schedule, "Bỏ ngày nghỉ"),
    deed("add_area", Areas, "Thêm địa bàn"),
    deed("edit_area", Areas, "Sửa địa bàn"),
    deed("rename_area", Areas, "Đổi tên địa bàn"),
    deed("split_area", Areas, "Tách địa bàn"),
    deed("merge_areas", Areas, "Gộp địa bàn"),
    deed("end_area", Areas, "Thôi địa bàn"),
    deed("set_cluster", Areas, "Đặt cụm địa bàn"),
    deed("put_base", Areas, "Ghi số liệu nền"),
    deed("remove_base", Areas, "Xóa số liệu nền"),
    deed("import_areas", Areas, "Nhập bảng địa bàn"),
    deed("add_units", Areas, "Thêm trường học"),
    deed("put_unit", Areas, "Sửa trường học"),
    deed("remove_unit", Areas, "Bỏ trường học"),
    deed("put_unit_indicators", Areas, "Sửa cột số liệu trường học"),
    deed("put_unit_figures", Areas, "Ghi số liệu trường học"),
    deed("add_force", Forces, "Thêm lực lượng"),
    deed("edit_force", Forces, "Sửa lực lượng"),
    deed("remove_force", Forces, "Bỏ lực lượng"),
    deed("order_forces", Forces, "Đổi thứ tự lực lượng"),
    deed("add_member", Forces, "Thêm thành viên"),
    deed("edit_member", Forces, "Sửa thành viên"),
    deed("remove_member", Forces, "Bỏ thành viên"),
    deed("import_members", Forces, "Nhập bảng thành viên"),
    deed("add_team", Forces, "Thêm tổ"),
    deed("rename_team", Forces, "Đổi tên tổ"),
    deed("remove_team", Forces, "Bỏ tổ"),
    deed("set_roster", Forces, "Phân công một buổi"),
    deed("fill_rosters", Forces, "Điền đủ người các buổi"),
    deed("copy_roster", Forces, "Chép danh sách buổi"),
    deed("pair_up", Forces, "Ghép cặp"),
    deed("edit_person", Forces, "Sửa thông tin một người"),
    deed("delete_person", Forces, "Xóa thông tin một người"),
    deed("delete_contacts", Forces, "Xóa thông tin liên hệ của đợt"),
    deed("delete_old_copies", Forces, "Xóa các bản sao lưu còn giữ thông tin đã xóa"),
    deed("export_person", Forces, "Lấy ra thông tin một người"),
    deed("view_contact", Forces, "Xem thông tin liên hệ"),
    deed("edit_privacy", Forces, "Đặt mục đích và thời hạn lưu thông tin"),
    deed("edit_plan", Papers, "Sửa kế hoạch"),
    deed("put_plan_sections", Papers, "Sắp xếp các phần của kế hoạch"),
    deed("issue_plan", Papers, "Ban hành kế hoạch"),
    deed("begin_document", Papers, "Soạn văn bản"),
    deed("edit_document", Papers, "Sửa văn bản"),
    deed("issue_document", Papers, "Ban hành văn bản"),
    deed("remove_draft", Papers, "Xóa dự thảo"),
    deed("put_template", Papers, "Sửa mẫu văn bản"),
    deed("put_task_group", Papers, "Sửa đơn vị được giao"),
    deed("remove_task_group", Papers, "Bỏ đơn vị được giao"),
    deed("put_task", Papers, "Sửa việc"),
    deed("remove_task", Papers, "Xóa việc"),
    deed("reorder_tasks", Papers, "Đổi thứ tự việc"),
    deed("record_task", Papers, "Ghi việc đã làm"),
    deed("remove_record", Papers, "Xóa lần ghi việc đã làm"),
    deed("note_team_cards", Papers, "In thẻ tổ có số điện thoại"),
    deed("record_printing", Papers, "In giấy"),
    deed("put_flyer", Papers, "Sửa tờ rơi"),
    deed("put_posting_place", Papers, "Sửa điểm niêm yết"),
    deed("remove_posting_place", Papers, "Bỏ điểm niêm yết"),
    deed("put_posting", Papers, "Ghi giấy đã dán"),
    deed("take_down_posting", Papers, "Ghi giấy đã gỡ"),
    deed("remove_posting", Papers, "Xóa dòng ghi giấy đã dán"),
    deed("attach_photo", Papers, "Đính ảnh giấy đã dán"),
    deed("remove_photo", Papers, "Bỏ ảnh giấy đã dán"),
    deed("put_cost_line", Papers, "Sửa dòng kinh phí"),
    deed("remove_cost_line", Papers, "Bỏ dòng kinh phí"),
    deed("order_cost_lines", Papers, "Đổi thứ tự dòng kinh phí"),
    deed("issue_report", Reports, "Phát hành báo cáo"),
    deed("take_packets", Reports, "Nhận số liệu của đơn vị"),
    deed("drop_ward", Reports, "Bỏ số liệu của đơn vị"),
    deed("put_authority", Settings, "Sửa nơi nhận báo cáo"),
    deed("remove_authority", Settings, "Xóa nơi nhận báo cáo"),
    deed("edit_profile", Settings, "Sửa thông tin cơ quan"),
    deed("confirm_link", Settings, "Xác nhận đường dẫn cài đặt"),
    deed("rename_office", Settings, "Đổi tên cơ quan"),
    deed("correct_office_period", Settings, "Sửa tên cơ quan của một thời kỳ"),
    deed("remove_office_period", Settings, "Bỏ tên cơ quan của một thời kỳ"),
    deed("choose_campaign", Settings, "Chọn đợt làm việc"),
    deed("start_campaign", Settings, "Mở đợt mới"),
    deed("edit_campaign", Settings, "Sửa đợt"),
    deed("put_form", Settings, "Sửa mẫu phiếu"),
    deed("put_target", Settings, "Sửa chỉ tiêu"),
    deed("remove_target", Settings, "Bỏ chỉ tiêu"),
    deed("order_targets", Settings, "Đổi thứ tự chỉ tiêu"),
    deed("add_plan_targets", Settings, "Thêm chỉ tiêu của kế hoạch"),
    deed("undo", Settings, "Hoàn tác một việc"),
    deed("add_account", Accounts, "Thêm tài khoản"),
    deed("edit_account", Accounts, "Sửa tài khoản"),
    deed("set_pin", Accounts, "Đặt mã PIN"),
    deed("wrong_pin", Accounts, "Gõ sai mã PIN"),
    deed("right_pin", Accounts, "Gõ đúng mã PIN sau khi gõ sai"),
    deed("set_idle", Accounts, "Đặt giờ tự khóa màn hình"),
    deed("make_unlock_sheet", Accounts, "In giấy mở khóa"),
    deed("use_unlock_sheet", Accounts, "Dùng giấy mở khóa"),
    deed("see_unlock_sheet", Accounts, "Đọc tin giấy mở khóa đã được dùng"),
    deed("baseline", Backups, "Chốt mốc nhật ký"),
    deed("check_file", Backups, "Kiểm tra tệp"),
    deed("export_journal", Backups, "Xuất nhật ký"),
    deed("set_passphrase", Backups, "Đặt cụm mật khẩu của bản sao mang ra ngoài"),
];
