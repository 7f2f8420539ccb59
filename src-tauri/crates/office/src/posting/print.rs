use std::collections::BTreeMap;

use domain::account::Permission;
use domain::ids::{AreaId, PersonId};
use domain::printing::{Batch, PaperKind};
use paper::{PostingGroup, PostingLine, PostingList, PostingListPrint, hanging_words, posting_list_pdf};
use serde::Deserialize;
use ts_rs::TS;

use super::list::{ListPostings, PostingPlaceRow};
use crate::error::{Error, ErrorCode};
use crate::export::{PDF, file_name};
use crate::{Made, Make, Progress, Read, Result, View};

/// Places to post at, to take along and tick off: a list for each keeper. Nothing said: every place.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct PostingListPdf {
    #[serde(default)]
    pub keeper: Option<PersonId>,
    #[serde(default)]
    pub area: Option<AreaId>,
}

impl PostingListPdf {
    fn places(self, view: &View<'_>) -> Result<Vec<PostingPlaceRow>> {
        let mut places = ListPostings {}.run(view)?.places;
        places.retain(|p| self.area.is_none_or(|area| p.area == Some(area)));
        places.retain(|p| self.keeper.is_none_or(|id| p.keeper.as_ref().is_some_and(|k| k.person == id)));
        if places.is_empty() {
            return Err(Error::of(ErrorCode::NoPostingPlaces));
        }
        Ok(places)
    }
}

impl Make for PostingListPdf {
    const NAME: &'static str = "posting_list_pdf";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let campaign = view.get_campaign()?;
        let print = PostingListPrint {
            issuer: view.issuer_during(&campaign)?.short_name,
            lists: lists(view, self.places(view)?)?,
            on: view.today(),
            campaign: campaign.title,
            illustration: campaign.illustration,
        };
        Ok(Made { file_name: file_name("Diem niem yet", "pdf"), mime: PDF, bytes: posting_list_pdf(&print)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        let places = self.places(view)?;
        let keepers: std::collections::BTreeSet<Option<PersonId>> =
            places.iter().map(|p| p.keeper.as_ref().map(|k| k.person)).collect();
        let made_from = format!("{} điểm niêm yết, {} người phụ trách", places.len(), keepers.iter().flatten().count());
        Ok(Some(Batch { kind: PaperKind::PostingList, made_from, said: Vec::new() }))
    }
}

/// A list for each keeper in the order of their first place; places without one last.
fn lists(view: &View<'_>, places: Vec<PostingPlaceRow>) -> Result<Vec<PostingList>> {
    let today = view.today();
    let mut next: BTreeMap<AreaId, _> = BTreeMap::new();
    for visit in view.list_visits(view.get_campaign()?.id)?.iter().filter(|v| v.is_on() && v.on >= today) {
        let on = next.entry(visit.area).or_insert(visit.on);
        *on = visit.on.min(*on);
    }
    let mut lists: Vec<(Option<PersonId>, PostingList)> = Vec::new();
    for place in places {
        let who = place.keeper.as_ref().map(|k| k.person);
        let at = match lists.iter().position(|(known, _)| *known == who) {
            Some(at) => at,
            None => {
                let keeper = place.keeper.as_ref().map(|k| match &k.title {
                    Some(title) => format!("{} - {title}", k.name),
                    None => k.name.clone(),
                });
                lists.push((who, PostingList { keeper, groups: Vec::new() }));
                lists.len() - 1
            }
        };
        let groups = &mut lists[at].1.groups;
        if groups.last().is_none_or(|g| g.area != place.area_label) {
            let evening = place.area.and_then(|area| next.get(&area).copied());
            groups.push(PostingGroup { area: place.area_label.clone(), evening, places: Vec::new() });
        }
        let hangs = place.postings.iter().filter(|p| p.hangs);
        let line = PostingLine {
            hangs: hangs.map(|p| hanging_words(&p.what, p.copies, p.on)).collect(),
            name: place.name,
            note: place.note,
        };
        if let Some(group) = groups.last_mut() {
            group.places.push(line);
        }
    }
    lists.sort_by_key(|(who, _)| who.is_none());
    Ok(lists.into_iter().map(|(_, list)| list).collect())
}
