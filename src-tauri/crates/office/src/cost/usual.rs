//! First lines for an office that has none: what this program prints, counted by what it is printed for. Never a
//! price: that is the office's to ask.

use domain::estimate::Basis;

use super::CostForm;

pub(super) fn lines() -> Vec<CostForm> {
    let line = |name: &str, unit: &str, basis, spare_percent| CostForm {
        name: name.into(),
        unit: unit.into(),
        basis,
        per_hundred: 100,
        spare_percent,
        unit_price: None,
    };
    vec![
        line("Tờ rơi A5 phát đến từng hộ", "tờ", Basis::Household, 5),
        line("Áp phích A3 dán tại điểm niêm yết", "tờ", Basis::Place, 10),
        line("Phiếu ghi kết quả", "tờ", Basis::Sheet, 0),
        line("Thẻ tổ", "tờ", Basis::TeamEvening, 0),
        line("Giấy giới thiệu", "tờ", Basis::TeamEvening, 0),
        line("Bản kế hoạch gửi địa bàn", "bản", Basis::Area, 0),
    ]
}
