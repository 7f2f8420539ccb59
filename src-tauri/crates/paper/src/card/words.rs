//! What every card says. Short, and in the order in which an evening goes.

/// What to take along.
pub(super) const BRING: &str =
    "phiếu của tổ và phiếu dự phòng, bút bi, tờ rơi, giấy giới thiệu, thẻ này, điện thoại đã sạc pin.";

/// The same for the pocket.
pub(super) const BRING_SHORT: &str = "phiếu, bút bi, tờ rơi, giấy giới thiệu, điện thoại đã sạc pin.";

/// How to behave at a door, first what protects the people of the house.
pub(super) const CONDUCT: [&str; 4] = [
    "Chào hỏi, nói rõ tên và đơn vị; đưa giấy giới thiệu khi được hỏi. Bà con chưa muốn thì cảm ơn và đi tiếp.",
    "Không bao giờ hỏi mã OTP, mật khẩu, số tài khoản; không thu tiền, không nhận quà.",
    "Để bà con tự bấm trên máy của mình; không cầm máy đi nơi khác, không đăng nhập hộ.",
    "Phiếu chỉ ghi số; không ghi tên, số điện thoại hay giấy tờ của bà con.",
];

pub(super) const CONDUCT_SHORT: [&str; 3] = [
    "Nói rõ tên, đơn vị; đưa giấy giới thiệu khi được hỏi.",
    "Không bao giờ hỏi mã OTP, mật khẩu, số tài khoản; không thu tiền.",
    "Để bà con tự bấm trên máy của mình. Phiếu chỉ ghi số, không ghi tên ai.",
];

/// What to do with sheets that are full or spoilt.
pub(super) const SHEETS: [&str; 3] = [
    "Phiếu đầy: ghi tiếp sang phiếu kế tiếp của tổ; hết phiếu thì dùng phiếu dự phòng. Không chụp, không phô-tô phiếu để ghi thêm.",
    "Phiếu hỏng: gạch chéo cả phiếu, ghi chữ HỎNG, chép sang phiếu dự phòng; vẫn nộp lại phiếu hỏng.",
    "Cuối buổi: cộng vào phiếu tổng hợp, ký, nộp đủ mọi phiếu, kể cả phiếu chưa dùng.",
];

pub(super) const SHEETS_SHORT: [&str; 2] = [
    "Hết phiếu: dùng phiếu dự phòng, không phô-tô. Hỏng: gạch chéo, ghi HỎNG, vẫn nộp lại.",
    "Cuối buổi: cộng vào phiếu tổng hợp, ký, nộp đủ mọi phiếu.",
];
