#![allow(dead_code, clippy::expect_used, clippy::print_stdout)]
#[path = "../src/plan/reference.rs"]
mod reference;
fn main() {
    let out = std::env::args().nth(1).unwrap();
    flyers(&out);
    sheets(&out);
    let plan = reference::plan();
    let t = std::time::Instant::now();
    let pdf = paper::plan_pdf(&plan).expect("plan");
    println!("plan {:?} {} bytes", t.elapsed(), pdf.len());
    let t = std::time::Instant::now();
    paper::plan_pdf(&plan).expect("plan");
    println!("again {:?}", t.elapsed());
    std::fs::write(format!("{out}/plan.pdf"), pdf).unwrap();
    std::fs::write(format!("{out}/plan.docx"), paper::plan_docx(&plan).expect("docx")).unwrap();
    let mut marked = plan.clone();
    marked.illustration = Some("số liệu minh họa".into());
    marked.number = Some(5);
    marked.signature.signer = None;
    marked.issuer.superior_lines = vec!["UBND QUẬN HÀ ĐÔNG".into()];
    std::fs::write(format!("{out}/marked.pdf"), paper::plan_pdf(&marked).expect("plan")).unwrap();
}
pub fn batch(n: usize, form: domain::form::Form) -> Vec<paper::SheetPrint> {
    use domain::code::{OfficeKey, SheetCode};
    use domain::ids::*;
    let key = OfficeKey([7; 32]);
    let form = std::sync::Arc::new(form);
    (0..n)
        .map(|i| {
            let code = SheetCode::of(&key, SheetId(i as i64 + 1)).unwrap();
            let qr = domain::qr::SheetQr {
                code,
                campaign: CampaignId(1),
                visit: Some(VisitId(8)),
                team: Some(TeamId(3)),
                n: 2,
                of: 5,
                form_version: 1,
            }
            .text(&key)
            .unwrap();
            let t = |h, m| domain::NaiveTime::from_hms_opt(h, m, 0).unwrap();
            paper::SheetPrint {
                issuer: "UBND phường Hà Cầu".into(),
                campaign: "Cài đặt iHanoi".into(),
                area: Some(
                    ["Tổ dân phố Hà Trì 1", "Khu nhà ở Cảnh sát biển", "Tổ dân phố 3 Ngô Thì Nhậm"][i / 5 % 3].into(),
                ),
                time: paper::SheetTime::Evening {
                    on: reference::november(9 + (i / 7 % 20) as u32),
                    starts: t(19, 30),
                    ends: t(21, 30),
                },
                team: Some(format!("Tổ số {}", i / 5 % 9 + 1)),
                kind: domain::sheet::SheetKind::Regular,
                n: (i % 5 + 1) as u32,
                of: 5,
                code,
                qr,
                form: form.clone(),
                return_to: Some("Văn phòng UBND phường Hà Cầu (đ/c Đào Thu Hằng), trước 9h sáng hôm sau".into()),
                illustration: None,
            }
        })
        .collect()
}
pub fn default_form() -> domain::form::Form {
    domain::form::Form {
        id: domain::ids::FormId(1),
        version: 1,
        indicators: domain::form::default_indicators("iHanoi"),
        checks: domain::form::default_checks(),
    }
}
pub fn sheets(out: &str) {
    let sheets = batch(300, default_form());
    let t = std::time::Instant::now();
    let pdf = paper::sheets_pdf(&sheets, &mut |_, _| true).expect("sheets");
    println!("300 sheets {:?} {} bytes", t.elapsed(), pdf.len());
    std::fs::write(format!("{out}/s300.pdf"), pdf).unwrap();
    let mut some = batch(4, default_form());
    some[1].kind = domain::sheet::SheetKind::Spare;
    some[1].area = None;
    some[1].team = None;
    some[1].time = paper::SheetTime::Blank;
    some[2].kind = domain::sheet::SheetKind::SelfReport;
    some[2].area = Some("Cụm chung cư Hyundai Hillstate".into());
    some[2].time = paper::SheetTime::AsOf { due: Some(reference::november(29)) };
    some[2].team = None;
    some[2].n = 1;
    some[2].of = 1;
    some[3].illustration = Some("số liệu minh họa".into());
    let mut form = default_form();
    use domain::form::{Group, Indicator, Meaning};
    for (no, label, meaning) in [
        ("10", "Chưa cài được", Meaning::NotInstalled),
        ("10a", "Không có smartphone", Meaning::NoSmartphone),
        ("10b", "Máy cũ", Meaning::OldPhone),
        ("10c", "Không đồng ý", Meaning::Unwilling),
        ("10d", "Lý do khác", Meaning::OtherReason),
        ("11", "Đã cài nhưng thiếu VNeID/CCCD", Meaning::LacksIdentity),
    ] {
        form.indicators.push(Indicator {
            no: no.parse().unwrap(),
            label: label.into(),
            group: Group::Reasons,
            meaning,
        });
    }
    form.checks.push(domain::check::Check {
        rule: "[10] = [4] - [6] - [7]".parse().unwrap(),
        severity: domain::check::Severity::Hard,
        words: String::new(),
    });
    form.checks.push(domain::check::Check {
        rule: "[10a] + [10b] + [10c] + [10d] = [10]".parse().unwrap(),
        severity: domain::check::Severity::Hard,
        words: String::new(),
    });
    some[3].form = std::sync::Arc::new(form);
    some[3].area =
        Some("Tổ dân phố liên hợp nhà ở cán bộ công nhân viên Xí nghiệp xây lắp số 7 và khu tập thể Cơ khí".into());
    std::fs::write(format!("{out}/sheets.pdf"), paper::sheets_pdf(&some, &mut |_, _| true).expect("sheets")).unwrap();
}
pub fn flyers(out: &str) {
    use paper::*;
    let t = |h, m| domain::NaiveTime::from_hms_opt(h, m, 0).unwrap();
    let one = |area: &str, days: &[u32]| FlyerPrint {
        issuer: "UBND phường Hà Cầu".into(),
        app: "iHanoi".into(),
        area: area.into(),
        evenings: days.iter().map(|d| reference::november(*d)).collect(),
        starts: t(19, 30),
        ends: t(21, 30),
        link: None,
        contact_line: None,
        illustration: None,
    };
    let with = |f: FlyerPrint| FlyerPrint {
        link: Some("https://example.org/cai-dat/ihanoi".into()),
        contact_line: Some("Văn phòng UBND phường (số máy văn phòng nhập)".into()),
        ..f
    };
    let batch = [
        one("Tổ dân phố Cầu Đơ 1", &[9]),
        one("Tổ dân phố Hà Trì 1", &[14, 15]),
        with(one("Tổ dân phố Hà Trì 1", &[14, 15])),
        with(one("Tổ dân phố Cầu Đơ 1", &[9])),
        FlyerPrint {
            illustration: Some("số liệu minh họa".into()),
            ..with(one("Khu nhà ở Cảnh sát biển", &[14, 16, 18, 29]))
        },
    ];
    for (size, name) in [(FlyerSize::A4, "a4"), (FlyerSize::A5, "a5"), (FlyerSize::A6, "a6")] {
        for (i, f) in batch.iter().enumerate() {
            match flyers_pdf(std::slice::from_ref(f), size) {
                Ok(pdf) => {
                    println!("flyer {name} {i} {}", pdf.len());
                    std::fs::write(format!("{out}/f-{name}-{i}.pdf"), pdf).unwrap()
                }
                Err(e) => println!("flyer {name} {i} {e}"),
            }
        }
    }
}
