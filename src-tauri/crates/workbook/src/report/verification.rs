//! What the cover says of second keying (đối soát): how much was keyed twice, what was found, what may be left,
//! and how that is estimated.

use domain::number::{decimal, grouped, percent};
use domain::report::Statement;
use domain::verification::{Estimate, Mode};

/// Label and text of each line, as the cover and the report document say it.
#[must_use]
pub fn lines(statement: Option<&Statement>) -> Vec<(&'static str, String)> {
    let Some(statement) = statement else {
        return vec![("Đối soát", "Chưa đối soát: số liệu mới được nhập một lần".into())];
    };
    let estimate = &statement.estimate;
    let mut lines = vec![
        ("Đối soát", mode(statement.mode)),
        ("Phiếu nhập lần hai", again(estimate)),
        ("Ô sai đã tìm và sửa", format!("{} trong số {} ô", count(estimate.found), count(estimate.boxes))),
    ];
    let left = left(estimate);
    lines.push(("Ô sai có thể còn", left));
    lines.push((
        "Cách ước tính",
        format!("{}; nguồn: {}", domain::text::capitalised(&statement.method), statement.source),
    ));
    lines
}

fn count(n: u32) -> String {
    grouped(u64::from(n))
}

fn mode(mode: Option<Mode>) -> String {
    match mode {
        None => "Người thứ hai nhập lại một số phiếu, không theo cách chọn nào".into(),
        Some(Mode::All) => "Người thứ hai nhập lại mọi phiếu mà không nhìn số đã nhập".into(),
        Some(Mode::OneIn { n, .. }) => {
            format!("Người thứ hai nhập lại 1 trong {n} phiếu, rút ngẫu nhiên, mà không nhìn số đã nhập")
        }
        Some(Mode::Aimed { ceiling }) => format!(
            "Người thứ hai nhập lại các phiếu có dấu hiệu sai và một số phiếu rút ngẫu nhiên, mà không nhìn số đã \
             nhập, đến khi còn không quá {ceiling} ô sai trong 1.000 ô"
        ),
    }
}

fn again(estimate: &Estimate) -> String {
    let of = format!("{} trong số {} phiếu đã nhập", count(estimate.twice), count(estimate.sheets));
    if estimate.sheets == 0 {
        return of;
    }
    format!("{of} ({})", percent(f64::from(estimate.twice) / f64::from(estimate.sheets) * 100.0))
}

fn left(estimate: &Estimate) -> String {
    let bound = format!("với độ tin cậy 95 %, không quá {} ô", count(estimate.at_most));
    let mut text = match estimate.left {
        Some(left) => format!("Ước khoảng {} ô; {bound}", decimal(left)),
        None => format!("Chưa rút phiếu ngẫu nhiên nào nên chưa ước được; {bound}"),
    };
    match estimate.allowed {
        Some(allowed) if estimate.met => text.push_str(&format!(", đạt mức cho phép {} ô", count(allowed))),
        Some(allowed) => text.push_str(&format!(", chưa đạt mức cho phép {} ô", count(allowed))),
        None => {}
    }
    text
}
