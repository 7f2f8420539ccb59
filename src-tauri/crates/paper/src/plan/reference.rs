//! The ward's real plan of November 2024, its scanning errors corrected, for tests.

use domain::NaiveDate;
use domain::date::DocumentDate;
use domain::document::{Block, Document, Recipients, Rich, ScheduleLine, Signature};
use domain::ids::OfficeId;
use domain::issuer::{Issuer, Validity};

pub(crate) fn november(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, day).expect("a date of the test")
}

pub(crate) fn issuer() -> Issuer {
    Issuer {
        id: OfficeId(1),
        validity: Validity::default(),
        superior_lines: vec![],
        name_lines: vec!["ỦY BAN NHÂN DÂN".into(), "PHƯỜNG HÀ CẦU".into()],
        short_name: "UBND phường Hà Cầu".into(),
        place: "Hà Cầu".into(),
        symbol: "UBND".into(),
        contact_line: None,
    }
}

fn part(number: &str, title: &str) -> Block {
    Block::Part { number: number.into(), title: title.into() }
}

fn item(number: &str, title: &str) -> Block {
    Block::Item { number: number.into(), title: title.into() }
}

fn numbered(number: &str, text: &str) -> Block {
    Block::NumberedText { number: number.into(), text: Rich::parse(text) }
}

fn dash(text: &str) -> Block {
    Block::Dash(Rich::parse(text))
}

fn text(text: &str) -> Block {
    Block::Paragraph(Rich::parse(text))
}

pub(crate) fn schedule() -> Block {
    let rows: [(&[u32], &str); 17] = [
        (&[9], "Cầu Đơ 1"),
        (&[10], "Cầu Đơ 3"),
        (&[11, 12], "Cầu Đơ 4"),
        (&[13], "Cầu Đơ 5"),
        (&[14, 15], "Hà Trì 1"),
        (&[16], "Hà Trì 2"),
        (&[17], "Hà Trì 3"),
        (&[18], "Hà Trì 4"),
        (&[19], "Hà Trì 5"),
        (&[20], "1 Ngô Thì Nhậm"),
        (&[21], "2 Ngô Thì Nhậm"),
        (&[22], "3 Ngô Thì Nhậm"),
        (&[23], "4 Ngô Thì Nhậm"),
        (&[24], "5 Ngô Thì Nhậm"),
        (&[25, 26], "1 Tô Hiệu"),
        (&[27, 28], "Chung cư Phú Thịnh"),
        (&[29, 30], "Khu nhà ở Cảnh sát biển"),
    ];
    Block::Schedule {
        time_heading: "Thời gian (các buổi tối, từ 19h30 đến 21h30)".into(),
        area_heading: "Địa bàn tổ dân phố".into(),
        lines: rows
            .iter()
            .map(|(days, area)| ScheduleLine {
                evenings: days.iter().map(|d| november(*d)).collect(),
                area: (*area).into(),
            })
            .collect(),
    }
}

pub(crate) fn recipients() -> Vec<String> {
    [
        "UBND quận",
        "TT Đảng ủy, UBND phường",
        "CT. UBMTTQ, trưởng các tổ chức đoàn thể",
        "Các đơn vị, bộ phận chuyên môn",
        "BGH các trường học",
        "Tổ trưởng các tổ dân phố",
        "BQT/BQL khu chung cư",
        "Tổ trưởng tổ CĐSCĐ",
        "Lưu: VT, VP",
    ]
    .map(Into::into)
    .to_vec()
}

pub(crate) fn plan() -> Document {
    Document {
        issuer: issuer(),
        number: None,
        symbol: "KH-UBND".into(),
        date: DocumentDate::day_left_blank(november(1)),
        kind: Some("KẾ HOẠCH".into()),
        addressees: vec![],
        subject:
            "Tăng cường tuyên truyền cài đặt mở rộng nền tảng “Công dân Thủ đô số” - iHanoi trên địa bàn phường Hà Cầu"
                .into(),
        bases: vec![
            Rich::plain(
                "Thực hiện Kế hoạch số 310/KH-UBND ngày 28/10/2024 của UBND thành phố Hà Nội về phát triển, nâng cấp, triển khai mở rộng nền tảng “Công dân Thủ đô số” - iHanoi trên địa bàn thành phố Hà Nội, giai đoạn 2025-2026",
            ),
            Rich::plain(
                "Căn cứ Kế hoạch số 75/KH-UBND ngày 18/3/2024 của UBND phường Hà Cầu về chuyển đổi số, xây dựng phường Hà Cầu thông minh năm 2024",
            ),
        ],
        body: body(),
        appendices: vec![],
        recipients: Recipients(recipients()),
        signature: Signature {
            lines: vec!["KT. CHỦ TỊCH".into(), "PHÓ CHỦ TỊCH".into()],
            signer: Some("Nguyễn Minh Hạnh".into()),
        },
        drafter: None,
        illustration: None,
        foot: None,
    }
}

fn body() -> Vec<Block> {
    vec![
        text(
            "UBND phường Hà Cầu xây dựng Kế hoạch tăng cường tuyên truyền cài đặt mở rộng nền tảng “Công dân Thủ đô số” - iHanoi trên địa bàn phường, cụ thể như sau:",
        ),
        part("I", "MỤC ĐÍCH, YÊU CẦU"),
        numbered(
            "1",
            "Thực hiện với mục tiêu “Lấy người dân, doanh nghiệp là trung tâm”, nhằm minh bạch hóa và tăng cường sự tham gia của người dân, doanh nghiệp để trực tiếp thụ hưởng những thành quả của Đề án 06/ĐA-CP của Chính phủ mang lại và tạo đồng thuận xã hội, củng cố niềm tin của Nhân dân đối với Chính quyền Thủ đô. Phấn đấu là địa phương đi đầu trong cuộc đổi mới và phát triển chính quyền số, kinh tế số, xã hội số, công dân số; hướng tới xây dựng Thủ đô văn minh, hiện đại và giữ thứ hạng cao chỉ số cải cách hành chính, chỉ số hài lòng về sự phục vụ hành chính của thành phố Hà Nội.",
        ),
        numbered(
            "2",
            "Đẩy mạnh tuyên truyền, vận động, hướng dẫn người dân khai thác, sử dụng ứng dụng iHanoi trên địa bàn phường Hà Cầu hướng đến mục tiêu đạt 50% trở lên số người dân có độ tuổi từ 15 tuổi trở lên (sử dụng điện thoại thông minh - Smartphone) cài đặt ứng dụng iHanoi; tuyên truyền sâu rộng đến các tầng lớp Nhân dân về lợi ích mang lại của ứng dụng iHanoi với phương châm “dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng”.",
        ),
        part("II", "TỔ CHỨC THỰC HIỆN"),
        text(
            "Để thực hiện có hiệu quả các mục tiêu nêu trên, UBND phường đề nghị Ủy ban MTTQ, các tổ chức chính trị - xã hội; giao các đơn vị, bộ phận chuyên môn thực hiện tốt các nội dung dưới đây:",
        ),
        item("1", "Văn phòng UBND phường:"),
        dash(
            "Là đầu mối tổ chức, điều phối các hoạt động; chịu trách nhiệm theo dõi, đôn đốc các đơn vị, bộ phận chuyên môn, tổ dân phố, Tổ chuyển đổi số cộng đồng thực hiện các nhiệm vụ; tổng hợp, báo cáo theo quy định.",
        ),
        dash(
            "Đề xuất in ấn, phát hành các tờ tuyên truyền, hướng dẫn người dân cài đặt iHanoi để chuyển tải đến nhân dân, đồng thời niêm yết tại nơi công cộng đảm bảo dễ thấy, dễ hiểu, dễ thực hiện.",
        ),
        dash(
            "Tham mưu khen thưởng đối với các tổ chức, cá nhân có thành tích xuất sắc trong hoạt động tuyên truyền, vận động nhân dân cài đặt ứng dụng iHanoi.",
        ),
        dash(
            "Hướng dẫn, đôn đốc, kiểm tra các ngành, bộ phận, tổ dân phố trong quá trình triển khai thực hiện kế hoạch.",
        ),
        item("2", "Bộ phận Tài chính - Kế toán:"),
        text(
            "Trên cơ sở dự toán ngân sách năm 2024, tham mưu UBND phường nguồn chi triển khai các nhiệm vụ theo Kế hoạch đề ra.",
        ),
        item("3", "Bộ phận Văn hóa - Thông tin, Đài truyền thanh:"),
        text(
            "Đẩy mạnh tuyên truyền về công tác chuyển đổi số của thành phố, tiện ích của ứng dụng iHanoi đối với người dân, doanh nghiệp bằng nhiều phương thức, hình thức sinh động, phong phú, thiết thực, như: Tuyên truyền trên các phương tiện thông tin đại chúng qua bài viết, tin tức, video clip, ảnh về các nội dung cần thông tin, tuyên truyền; sử dụng hiệu quả các nền tảng số, các kênh tương tác, mạng xã hội. Bộ phận Văn hoá - Thông tin, Đài truyền thanh tuyên truyền, cảnh báo thường xuyên (*tối thiểu 03 ngày 01 tin*) và đột xuất đảm bảo kịp thời, chính xác, bảo vệ quyền lợi, tạo sự đồng thuận của người dân.",
        ),
        item("4", "Ban Chỉ huy Công an, Ban Chỉ huy Quân sự phường:"),
        text(
            "Chỉ đạo Cảnh sát khu vực, Dân quân thường trực phối hợp Tổ chuyển đổi số cộng đồng tổ dân phố/khu chung cư, chi đoàn tổ dân phố hỗ trợ người dân cài đặt, sử dụng ứng dụng iHanoi với phương châm “*đi từng ngõ, gõ từng nhà, rà từng người*”.",
        ),
        item("5", "Đề nghị Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội:"),
        dash(
            "Tuyên truyền, vận động cán bộ, hội viên, đoàn viên thực hiện cài đặt và tạo tài khoản cá nhân trên ứng dụng iHanoi; đồng thuận, ủng hộ và tham gia hoạt động tương tác trực tuyến với chính quyền các cấp qua nền tảng ứng dụng iHanoi.",
        ),
        dash(
            "Đề nghị Ban Chấp hành Đoàn TNCS Hồ Chí Minh phường tiếp tục chỉ đạo các chi đoàn tổ dân phố phát huy vai trò xung kích, tình nguyện, tích cực của thanh niên, hỗ trợ các tổ dân phố hướng dẫn người dân cài đặt, sử dụng ứng dụng iHanoi với phương châm “*đi từng ngõ, gõ từng nhà, rà từng người*”.",
        ),
        item("6", "Tổ trưởng tổ dân phố, Tổ Chuyển đổi số cộng đồng, Ban Quản trị/Ban Quản lý khu chung cư:"),
        dash(
            "Đối với các tổ dân phố, Tổ trưởng tổ dân phố chủ động phối hợp các thành viên của Tổ chuyển đổi số cộng đồng, Cảnh sát khu vực, Đoàn thanh niên, Dân quân thường trực, các chi hội đoàn thể phân công lực lượng trực tiếp đến nhà người dân để hướng dẫn, hỗ trợ cài đặt, kích hoạt tài khoản trên ứng dụng iHanoi. Đối với khu chung cư, Tổ trưởng tổ chuyển đổi số chủ động phối hợp Cảnh sát khu vực, Đoàn thanh niên, Dân quân thường trực, Ban Quản trị/Ban Quản lý triển khai thực hiện.",
        ),
        dash(
            "Thời gian thực hiện phù hợp với địa bàn dân cư, đảm bảo mục tiêu kế hoạch đề ra (trong và ngoài giờ hành chính, thứ 7, Chủ nhật). Phấn đấu đạt mục tiêu **50% trở lên** số người có độ tuổi từ 15 tuổi trở lên biết, cài đặt, tạo tài khoản cá nhân trên ứng dụng iHanoi; thông tin tuyên truyền sâu rộng đến các tầng lớp nhân dân về lợi ích mang lại của ứng dụng iHanoi với phương châm “*Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng*”.",
        ),
        item("7", "Ban Giám hiệu các trường học:"),
        text(
            "Tăng cường công tác tuyên truyền, vận động toàn thể giáo viên, nhân viên, phụ huynh học sinh cài đặt, tạo tài khoản cá nhân và sử dụng ứng dụng iHanoi.",
        ),
        part("III", "PHÂN CÔNG NHIỆM VỤ HỖ TRỢ NGƯỜI DÂN CÀI ĐẶT ỨNG DỤNG"),
        item("1", "Thành phần Tổ hỗ trợ cài đặt ứng dụng iHanoi:"),
        dash(
            "Tổ trưởng tổ dân phố - Tổ trưởng Tổ hỗ trợ (đối với khu chung cư chưa thành lập tổ dân phố do Tổ trưởng tổ chuyển đổi số phụ trách);",
        ),
        dash(
            "Các chi hội đoàn thể, cán bộ tổ dân phố, người am hiểu về công nghệ thông tin - Thành viên (do Tổ trưởng tổ dân phố phân công);",
        ),
        dash("Thành viên Tổ chuyển đổi số cộng đồng - Thành viên (do Tổ trưởng Tổ chuyển đổi số phân công);"),
        dash(
            "05 Đoàn viên thanh niên - Thành viên (đề nghị đ/c Nguyễn Thị Yến - Bí thư Đoàn thanh niên phường phân công);",
        ),
        dash("09 Dân quân thường trực (giao đ/c Đặng Văn Hùng - Phó Chỉ huy trưởng BCH Quân sự phân công);"),
        dash("01 cán bộ Văn hóa - Thông tin."),
        item("2", "Nhiệm vụ:"),
        dash("Tổ dân phố cử người dẫn đường theo phương châm “*đi từng ngõ, gõ từng nhà, rà từng người*”."),
        dash(
            "Đoàn thanh niên, Dân quân thường trực, Tổ chuyển đổi số cộng đồng trực tiếp hướng dẫn người dân cài đặt ứng dụng.",
        ),
        dash(
            "Bộ phận Văn hóa - Thông tin đưa tin, tuyên truyền vận động, hỗ trợ người dân cài đặt, sử dụng ứng dụng iHanoi.",
        ),
        dash(
            "Tổ trưởng Tổ hỗ trợ tổng hợp báo cáo kết quả thực hiện nhiệm vụ, gửi về UBND phường (qua đ/c Đào Thu Hằng - Công chức Văn phòng Thống kê).",
        ),
        item("3", "Thời gian, địa bàn thực hiện hỗ trợ:"),
        schedule(),
        text(
            "Đối với cụm chung cư Hyundai Hillstate, UBND phường đã chỉ đạo Tổ chuyển đổi số của phường đến từng căn hộ để hỗ trợ người dân cài đặt ứng dụng iHanoi từ ngày 23/8/2024 đến ngày 30/8/2024. Trong tháng 11/2024, đề nghị Tổ Chuyển đổi số cộng đồng cụm chung cư Hyundai Hillstate chủ động phối hợp Ban Quản trị, Ban Quản lý cụm tăng cường tuyên truyền, trực tiếp hỗ trợ người dân cài đặt, kích hoạt tài khoản trên ứng dụng iHanoi; tổng hợp số liệu gửi về UBND phường (qua đ/c Đào Thu Hằng - Công chức Văn phòng Thống kê) trước ngày 30/11/2024.",
        ),
        text(
            "Trên đây là Kế hoạch tăng cường tuyên truyền cài đặt mở rộng nền tảng “Công dân Thủ đô số” - iHanoi trên địa bàn phường Hà Cầu. UBND phường yêu cầu các đơn vị, bộ phận, tổ dân phố, khu chung cư, tổ chuyển đổi số cộng đồng phối hợp với MTTQ và các tổ chức đoàn thể thực hiện tốt các nội dung trên./.",
        ),
    ]
}
