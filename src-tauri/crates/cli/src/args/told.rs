//! What clap has to say, in Vietnamese.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Clap has no setting for the one word it puts into every usage line.
pub(super) fn help(error: &clap::Error) -> String {
    error.render().to_string().replace("[OPTIONS]", "[TÙY CHỌN]").trim_end().to_owned()
}

pub(super) fn usage(error: &clap::Error) -> String {
    let about = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let arg = about(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => format!("Không có tùy chọn “{arg}”."),
        ErrorKind::InvalidSubcommand => format!("Không có lệnh “{}”.", about(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "Còn thiếu lệnh, ví dụ: tung-ngo status TỆP".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("Còn thiếu: {arg}."),
        ErrorKind::ArgumentConflict => format!("Không dùng chung được: {arg}, {}.", about(ContextKind::PriorArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = about(ContextKind::InvalidValue);
            if value.is_empty() {
                return format!("Tùy chọn “{arg}” cần một giá trị.");
            }
            let why = std::error::Error::source(error)
                .map_or_else(|| format!("“{value}” không dùng được"), ToString::to_string);
            format!("{arg}: {why}.")
        }
        _ => "Dòng lệnh chưa đúng.".to_owned(),
    }
}
