use domain::account::Permission;
use domain::consolidation::{Facts, Wards, ward_name};
use domain::date::DocumentDate;
use domain::document::{Document, DocumentKind, Signature};
use domain::official::Head;
use domain::packet::Packet;
use domain::printing::{Batch, PaperKind};
use paper::{document_docx, document_pdf};
use serde::Deserialize;
use ts_rs::TS;
use workbook::consolidated::consolidated_xlsx;

use super::ward_packets;
use crate::error::{Error, ErrorCode};
use crate::export::{DOCX, PDF, XLSX, file_name};
use crate::{Made, Make, Progress, Result, View};

/// The workbook of all wards that are held.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ConsolidatedXlsx {}

impl Make for ConsolidatedXlsx {
    const NAME: &'static str = "consolidated_xlsx";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let packets = held(view)?;
        if !progress(0, 1) {
            return Err(Error::of(ErrorCode::Cancelled));
        }
        let facts = view.wards_facts(&packets)?;
        let bytes = consolidated_xlsx(&facts)?;
        progress(1, 1);
        Ok(Made { file_name: named(&facts, "xlsx"), mime: XLSX, bytes })
    }
}

/// The báo cáo of all wards that are held, with its table of wards.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ConsolidatedPdf {}

impl Make for ConsolidatedPdf {
    const NAME: &'static str = "consolidated_pdf";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let packets = held(view)?;
        let facts = view.wards_facts(&packets)?;
        let bytes = document_pdf(&view.wards_document(&facts)?)?;
        Ok(Made { file_name: named(&facts, "pdf"), mime: PDF, bytes })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        drafted(view)
    }
}

/// The same as a Word document, to be worked over.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ConsolidatedDocx {}

impl Make for ConsolidatedDocx {
    const NAME: &'static str = "consolidated_docx";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let packets = held(view)?;
        let facts = view.wards_facts(&packets)?;
        let bytes = document_docx(&view.wards_document(&facts)?)?;
        Ok(Made { file_name: named(&facts, "docx"), mime: DOCX, bytes })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        drafted(view)
    }
}

fn held(view: &View<'_>) -> Result<Vec<Packet>> {
    let packets = ward_packets(view)?;
    if packets.is_empty() { Err(Error::of(ErrorCode::NoWards)) } else { Ok(packets) }
}

fn drafted(view: &View<'_>) -> Result<Option<Batch>> {
    view.batch(PaperKind::Document, "Báo cáo tổng hợp các phường, xã".to_owned(), []).map(Some)
}

fn named(facts: &Facts<'_>, ending: &str) -> String {
    let day = facts.days().map_or(facts.today, |(_, last)| last);
    file_name(&format!("Tong hop {} phuong xa den {day}", facts.wards.wards.len()), ending)
}

impl View<'_> {
    fn wards_facts<'p>(&self, packets: &'p [Packet]) -> Result<Facts<'p>> {
        let campaign = self.get_campaign()?;
        let today = self.today();
        Ok(Facts {
            issuer: self.issuer_on(today)?,
            authorities: self.authorities_on(today)?,
            targets: self.list_targets(campaign.id)?,
            wards: Wards::of(packets),
            missing: self.missing_wards(packets.iter().map(ward_name))?,
            signer: self.find_named(campaign.signer)?.map(|p| p.name),
            today,
            campaign,
        })
    }

    fn wards_document(&self, facts: &Facts<'_>) -> Result<Document> {
        let head = self.default_head(DocumentKind::Report)?;
        Ok(facts.document(Head {
            kind: DocumentKind::Report,
            issuer: facts.issuer.clone(),
            number: None,
            date: DocumentDate::day_left_blank(facts.today),
            subject: format!("{}, tổng hợp các phường, xã", head.subject),
            addressees: head.addressees,
            recipients: head.recipients,
            signature: Signature { lines: head.signature_lines, signer: facts.signer.clone() },
            drafter: head.drafter,
            illustration: facts.campaign.illustration.clone(),
        }))
    }
}
