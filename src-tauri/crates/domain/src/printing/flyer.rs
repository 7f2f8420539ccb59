//! What flyers, posters, strips, pictures and the loudspeaker's text say.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::evening;

/// How a flyer is arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FlyerDesign {
    /// The evening in the largest type.
    #[default]
    Evening,
    /// What to do, step by step.
    Steps,
    /// An invitation to come and ask.
    Invitation,
}

impl FlyerDesign {
    pub const ALL: [Self; 3] = [Self::Evening, Self::Steps, Self::Invitation];

    /// As the print room calls it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Evening => "buổi hẹn",
            Self::Steps => "từng bước",
            Self::Invitation => "thư mời",
        }
    }
}

/// The facts of an area's flyer. What is `None` at the end is the batch's own and not compared: a flyer made
/// with a headline of its own does not grow stale when the campaign's headline changes.
#[derive(Debug, Clone, Copy, Default)]
pub struct FlyerSays<'a> {
    /// With its kind: `Tổ dân phố Hà Trì 1`.
    pub area: &'a str,
    pub evenings: &'a [(NaiveDate, NaiveTime, NaiveTime)],
    /// Only a confirmed one.
    pub link: Option<&'a str>,
    /// The office's own line for questions.
    pub contact_line: Option<&'a str>,
    pub design: Option<FlyerDesign>,
    /// The inner one blank: the program's own.
    pub headline: Option<Option<&'a str>>,
    pub steps: Option<&'a [String]>,
}

impl FlyerSays<'_> {
    /// A fact a line; the first names the area and its evenings.
    #[must_use]
    pub fn says(&self) -> String {
        let days: Vec<String> = self.evenings.iter().map(|(on, starts, ends)| evening(*on, *starts, *ends)).collect();
        let mut facts = vec![
            format!("{}: {}", self.area, days.join("; ")),
            format!("Đường dẫn: {}", self.link.unwrap_or("chưa có")),
            format!("Đường dây của cơ quan: {}", self.contact_line.unwrap_or("chưa có")),
        ];
        facts.extend(self.design.map(|design| format!("Mẫu: {}", design.word())));
        facts.extend(
            self.headline
                .map(|headline| format!("Tiêu đề: {}", headline.unwrap_or("của chương trình").replace('\n', " / "))),
        );
        facts.extend(self.steps.map(|steps| match steps {
            [] => "Các bước: của chương trình".to_owned(),
            steps => format!("Các bước: {}", steps.join(" / ")),
        }));
        facts.join("\n")
    }
}
