//! The fields a document's text may hold, with what each is filled from: one table for the text, the help
//! beside the editor, and the values of each kind.

use DocumentKind::{Amendment, Chase, Commendation, Introduction, Invitation, Notice, Plan, PrintCost, Report};

use crate::document::DocumentKind;
use crate::text::fold;

/// Where a field may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Anywhere in a line.
    Inline,
    /// Alone on a line.
    Block,
    /// Both: within a line it is said shorter.
    Both,
}

macro_rules! fields {
    ($($field:ident $name:literal $stands:ident $kinds:expr, $from:literal;)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Field {
            $(#[doc = $from] $field,)*
        }

        impl Field {
            pub const ALL: &'static [Self] = &[$(Self::$field),*];

            /// As it is typed between double braces; marks and case do not matter.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$field => $name),* }
            }

            #[must_use]
            pub fn stands(self) -> Stands {
                match self { $(Self::$field => Stands::$stands),* }
            }

            /// Kinds of documents that know it.
            #[must_use]
            pub fn kinds(self) -> &'static [DocumentKind] {
                match self { $(Self::$field => &$kinds),* }
            }

            /// What it is filled from, in the office's words.
            #[must_use]
            pub fn filled_from(self) -> &'static str {
                match self { $(Self::$field => $from),* }
            }
        }
    };
}

const ALL: [DocumentKind; 9] = DocumentKind::ALL;

fields! {
    Office "đơn vị" Inline ALL, "Tên cơ quan trong câu (Cài đặt)";
    App "ứng dụng" Inline ALL, "Tên ứng dụng của đợt";
    Campaign "đợt" Inline ALL, "Tên đợt";
    PlanSubject "nội dung kế hoạch" Inline ALL, "Trích yếu kế hoạch, viết thường chữ đầu";
    PlanNumber "số kế hoạch" Inline ALL, "Số, ký hiệu và ngày của kế hoạch đã ban hành; chưa ban hành thì để chỗ trống";
    Starts "ngày bắt đầu" Inline ALL, "Ngày đầu của đợt";
    Ends "ngày kết thúc" Inline ALL, "Ngày cuối của đợt";
    Hours "giờ buổi tối" Inline ALL, "Giờ bắt đầu và kết thúc buổi tối của đợt";
    Contact "đầu mối" Inline ALL, "Người nhận kết quả của đợt";
    Today "hôm nay" Inline ALL, "Ngày lập văn bản";
    Targets "mục tiêu" Both ALL, "Các chỉ tiêu của đợt: trong câu thành một vế, đứng riêng một dòng thành danh sách";
    Period "kỳ báo cáo" Inline ALL, "Ngày đầu và ngày cuối của văn bản";
    Schedule "lịch" Block [Plan, Amendment, Notice], "Bảng lịch buổi theo địa bàn";
    Tasks "nhiệm vụ" Block [Plan, Amendment], "Nhiệm vụ của các đơn vị";
    Composition "thành phần tổ" Block [Plan, Amendment, Notice], "Các lực lượng của Tổ hỗ trợ và người phân công";
    SelfReports "địa bàn tự báo cáo" Block [Plan, Amendment, Notice], "Địa bàn không có buổi, tự tổng hợp và báo cáo";
    Changes "nội dung điều chỉnh" Block [Amendment], "Những gì khác với kế hoạch đã ban hành";
    Amended "kế hoạch được điều chỉnh" Inline [Amendment], "Số, ký hiệu và ngày của văn bản được điều chỉnh";
    AsOf "ngày số liệu" Inline [Report, Commendation], "Ngày các số liệu tính đến";
    Evenings "số buổi" Inline [Report, Notice], "Số buổi đã thực hiện trên số buổi theo lịch";
    AreasReported "số địa bàn" Inline [Report, Commendation, Notice], "Số địa bàn của văn bản";
    Sheets "số phiếu" Inline [Report], "Số phiếu đã nhận trên số phiếu phát ra";
    Results "kết quả" Block [Report, Commendation], "Từng chỉ tiêu: tử số, mẫu số, tỷ lệ, ngày";
    Stages "kết quả theo bước" Block [Report], "Số hộ đã gặp; số người đã biết, cài đặt, có tài khoản, kích hoạt";
    Scope "phạm vi số liệu" Block [Report], "Địa bàn chưa tính vào tỷ lệ và lý do";
    Missing "phiếu thiếu" Block [Report], "Phiếu đến hạn chưa nộp, theo địa bàn";
    Reasons "lý do chưa cài" Block [Report], "Số người chưa cài theo lý do ghi trên phiếu";
    Schools "kết quả trường học" Block [Report], "Trường học báo cáo riêng, ngoài các tỷ lệ";
    Authority "cơ quan nhận báo cáo" Inline [Report, Commendation], "Cơ quan nhận báo cáo đang có hiệu lực (Cài đặt)";
    Verification "đối soát" Block [Report], "Kết quả nhập lần hai và số ô sai ước còn";
    ByArea "bảng kết quả theo địa bàn" Block [Report, Commendation], "Bảng số liệu và tỷ lệ từng địa bàn";
    InstalledRate "tỷ lệ cài đặt" Inline [Report, Commendation], "Tỷ lệ của chỉ tiêu cài đặt";
    AccountRate "tỷ lệ tài khoản" Inline [Report, Commendation], "Tỷ lệ của chỉ tiêu tạo tài khoản";
    ActivatedRate "tỷ lệ kích hoạt" Inline [Report, Commendation], "Tỷ lệ của chỉ tiêu kích hoạt";
    InformedRate "tỷ lệ biết" Inline [Report, Commendation], "Tỷ lệ của chỉ tiêu biết";
    MetRate "tỷ lệ hộ đã gặp" Inline [Report, Commendation], "Tỷ lệ của chỉ tiêu hộ đã gặp";
    NomineeCount "số đề nghị" Inline [Commendation], "Số tập thể và cá nhân được đề nghị";
    Collectives "tập thể đề nghị" Block [Commendation], "Bảng tập thể được đề nghị, kèm thành tích";
    Individuals "cá nhân đề nghị" Block [Commendation], "Bảng cá nhân được đề nghị, kèm thành tích";
    Estimate "dự toán" Block [PrintCost], "Bảng dự toán, tổng cộng, bằng chữ";
    EstimateTotal "tổng dự toán" Inline [PrintCost], "Tổng dự toán bằng số";
    EstimateWords "bằng chữ" Inline [PrintCost], "Tổng dự toán bằng chữ";
    EstimateGaps "chưa đủ số liệu" Block [PrintCost], "Địa bàn chưa có số hộ nên chưa tính được";
    Due "việc đến hạn" Block [Chase], "Bảng việc đến hạn hoặc chậm của từng đơn vị";
    Guests "kính mời" Block [Invitation], "Những người, đơn vị được mời (Kính gửi)";
    MeetingSubject "nội dung họp" Inline [Invitation], "Trích yếu giấy mời, viết thường chữ đầu";
    MeetingTime "thời gian họp" Inline [Invitation], "Giờ và ngày họp";
    MeetingPlace "địa điểm họp" Inline [Invitation], "Nơi họp";
    Team "tổ" Inline [Introduction], "Tên tổ hỗ trợ";
    Members "danh sách tổ" Block [Introduction], "Thành viên của tổ trong buổi";
    Evening "buổi" Inline [Introduction], "Giờ và ngày của buổi";
    Area "địa bàn" Inline [Introduction], "Địa bàn của buổi";
    ValidUntil "giá trị đến ngày" Inline [Introduction], "Ngày cuối giấy giới thiệu có giá trị";
}

impl Field {
    /// The field of this name, in whatever kind.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = fold(name);
        Self::ALL.iter().copied().find(|field| fold(field.name()) == name)
    }

    /// Fields of a kind, in the order of the table.
    pub fn of(kind: DocumentKind) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |field| field.kinds().contains(&kind))
    }

    /// The field of a kind that was probably meant.
    #[must_use]
    pub fn likely(name: &str, kind: DocumentKind) -> Option<Self> {
        /// Below this two names have little in common.
        const NEAR: f64 = 0.8;
        let name = fold(name);
        Self::of(kind)
            .map(|field| (strsim::jaro_winkler(&name, &fold(field.name())), field))
            .filter(|(likeness, _)| *likeness >= NEAR)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, field)| field)
    }
}
