//! The table of evenings, the team's composition, and the areas that report by themselves: parts of the plan
//! and of the notice.

use chrono::NaiveDate;

use super::ground::listed;
use crate::area::{Area, AreaKind};
use crate::campaign::Campaign;
use crate::date::{dmy, hm};
use crate::document::{Block, Rich, ScheduleLine};
use crate::team::{Force, ForceKind, Person, composition_line};

pub(crate) fn schedule_table(campaign: &Campaign, kinds: &[AreaKind], lines: &[ScheduleLine]) -> Block {
    Block::Schedule {
        time_heading: format!(
            "Thời gian (các buổi tối, từ {} đến {})",
            hm(campaign.evening_starts),
            hm(campaign.evening_ends)
        ),
        area_heading: area_heading(kinds),
        lines: lines.to_vec(),
    }
}

/// `Địa bàn tổ dân phố` in the reference plan, whose blocks are few among the tổ dân phố; a commune has
/// thôn. Without either it is only an area.
pub(crate) fn area_heading(kinds: &[AreaKind]) -> String {
    let count = |kind| kinds.iter().filter(|k| **k == kind).count();
    let (groups, villages) = (count(AreaKind::ResidentialGroup), count(AreaKind::Village));
    let kind = if villages > groups { AreaKind::Village } else { AreaKind::ResidentialGroup };
    if groups + villages == 0 { "Địa bàn".to_owned() } else { format!("Địa bàn {}", kind.word()) }
}

/// The team's members, one a line, ";" between and "." at the end. Forces that only cooperate are not part of
/// the team.
pub(crate) fn composition(forces: &[(Force, Option<Person>)]) -> Vec<Block> {
    let members: Vec<_> = forces.iter().filter(|(f, _)| f.kind != ForceKind::Cooperating).collect();
    let last = members.len().saturating_sub(1);
    let line = |(i, (force, person)): (usize, &&(Force, Option<Person>))| {
        let mark = if i == last { "." } else { ";" };
        Block::Dash(Rich::plain(composition_line(force, person.as_ref()) + mark))
    };
    members.iter().enumerate().map(line).collect()
}

/// Areas without evenings, each with the day its figures are due; what is due on a day is asked for before the
/// next.
#[must_use]
pub fn self_report_lines<'a>(areas: impl IntoIterator<Item = &'a Area>) -> Vec<Block> {
    let line =
        |area: &Area, due: NaiveDate| format!("{}: tự tổng hợp số liệu, gửi chậm nhất ngày {}", area.label(), dmy(due));
    let lines = areas.into_iter().filter(|a| a.is_living()).filter_map(|a| Some(line(a, a.self_report_due?)));
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        vec![Block::Paragraph(Rich::plain("Không có địa bàn tự báo cáo."))]
    } else {
        listed(lines)
    }
}
