//! Official documents from draft to issued.

use domain::date::dmy;
use domain::ids::DocumentId;
use office::document::{BeginDocument, DocumentDocx, DocumentPdf, IssueDocument, ListDocuments};
use office::plan::{GetAmendment, IssuePlan, PlanDocx, PlanPdf, PlanText};

use super::{ending, put, say, wants};
use crate::args::OfficeFile;
use crate::args::document::{Begin, Document, DocumentVerb, Issue, Print, Which};
use crate::failure::Failure;
use crate::session;

pub(super) fn run(args: &Document, who: Option<&str>) -> Result<(), Failure> {
    match &args.verb {
        DocumentVerb::List(args) => list(args),
        DocumentVerb::Changes(args) => changes(args),
        DocumentVerb::Begin(args) => begin(args, who),
        DocumentVerb::Issue(args) => issue(args, who),
        DocumentVerb::Print(args) => print(args),
    }
}

fn list(args: &OfficeFile) -> Result<(), Failure> {
    let documents = session::reading(&args.file)?.read(ListDocuments {})?;
    if documents.is_empty() {
        say("Chưa có văn bản nào.");
    }
    for row in documents {
        let stands = match (row.dated, &row.issued_by_name) {
            (Some(day), Some(name)) => format!("{}, ngày {}, {name} ghi ban hành", row.number_line, dmy(day)),
            (Some(day), None) => format!("{}, ngày {}", row.number_line, dmy(day)),
            (None, _) => "dự thảo".to_owned(),
        };
        let id = row.id;
        say(&format!("{id}  {}: {} ({stands})", row.kind_word, row.subject));
    }
    Ok(())
}

fn changes(args: &OfficeFile) -> Result<(), Failure> {
    let amendment = session::reading(&args.file)?.read(GetAmendment {})?;
    match (&amendment.amends_number, amendment.changes.is_empty()) {
        (None, _) => say("Kế hoạch chưa ban hành."),
        (Some(number), true) => say(&format!("Không có gì khác với văn bản đã ban hành ({number}).")),
        (Some(number), false) => {
            say(&format!("Khác với văn bản đã ban hành ({number}):"));
            for line in amendment.changes {
                let matter = if line.matter.is_empty() { String::new() } else { format!("{}: ", line.matter) };
                say(&format!("- {matter}{}", line.sentence));
            }
        }
    }
    Ok(())
}

fn begin(args: &Begin, who: Option<&str>) -> Result<(), Failure> {
    let mut office = session::writing(&args.office.file, who)?;
    let begin = BeginDocument { kind: args.kind, from: args.from, to: args.to, visit: None, team: None };
    let id = office.write(begin)?.answer;
    say(&format!("Đã soạn dự thảo {} mang mã {id}.", args.kind.word()));
    Ok(())
}

fn issue(args: &Issue, who: Option<&str>) -> Result<(), Failure> {
    let mut office = session::writing(&args.office.file, who)?;
    let (number, dated) = (args.number, args.dated);
    let id = match args.document {
        Which::Plan => office.write(IssuePlan { number, dated })?.answer,
        Which::Document(id) => {
            let id = DocumentId(id);
            office.write(IssueDocument { id, number, dated })?;
            id
        }
    };
    let rows = office.read(ListDocuments {})?;
    if let Some(row) = rows.iter().find(|row| row.id == id) {
        say(&format!("Đã ban hành {} {}, ngày {}.", row.kind_word, row.number_line, dmy(dated)));
    }
    Ok(())
}

fn print(args: &Print) -> Result<(), Failure> {
    let output = &args.out.output;
    wants(output, &["pdf", "docx"])?;
    let office = session::reading(&args.office.file)?;
    let is_word = ending(output) == "docx";
    let progress = &mut |_, _| true;
    let made = match (args.document, is_word) {
        (Which::Plan, true) => office.make(PlanDocx { which: Some(PlanText::Issued) }, progress),
        (Which::Plan, false) => office.make(PlanPdf { which: Some(PlanText::Issued) }, progress),
        (Which::Document(id), true) => office.make(DocumentDocx { id: DocumentId(id) }, progress),
        (Which::Document(id), false) => office.make(DocumentPdf { id: DocumentId(id) }, progress),
    }?;
    put(&made, output)
}
