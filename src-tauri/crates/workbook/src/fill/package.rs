//! The template as a package of parts: what it is, its sheets and names, and the same package with some parts
//! exchanged, every other one byte for byte as it came.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::cells::{At, range};
use super::xml::{Damaged, Edits, Tag, Tags, attribute, attribute_place, flag, name};
use crate::import::{Kind, MOST_BYTES, Problem, ProblemCode, kind_of};
use crate::saved::made_by_unix;

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const STYLES: &str = "xl/styles.xml";

/// A sheet's name and the part it is.
#[derive(Debug, Clone)]
pub(crate) struct SheetPart {
    pub(crate) name: String,
    pub(crate) path: String,
}

/// A defined name that points to one place.
#[derive(Debug, Clone)]
pub(crate) struct DefinedName {
    pub(crate) name: String,
    pub(crate) sheet: String,
    pub(crate) range: (At, At),
}

/// A template that may be filled.
#[derive(Debug)]
pub(crate) struct Package<'b> {
    bytes: &'b [u8],
    file: String,
    workbook: Vec<u8>,
    pub(crate) sheets: Vec<SheetPart>,
    pub(crate) names: Vec<DefinedName>,
    /// Days are counted from 1904.
    pub(crate) is_1904: bool,
    pub(crate) styles: Vec<u8>,
}

impl<'b> Package<'b> {
    /// # Errors
    /// The file is no .xlsx, or one that must not be changed from outside: encrypted, with macros, signed,
    /// protected.
    pub(crate) fn open(file: &str, bytes: &'b [u8]) -> Result<Self, Problem> {
        let refuse = |code| Problem::of(code).with("file", file);
        if bytes.len() as u64 > MOST_BYTES {
            return Err(refuse(ProblemCode::FileTooLarge)
                .with("size", bytes.len().div_ceil(1024 * 1024))
                .with("most", MOST_BYTES / 1024 / 1024));
        }
        match kind_of(bytes, file).map_err(|problem| Problem { code: of_a_template(problem.code), ..problem })? {
            Kind::Xlsx => {}
            Kind::Xls | Kind::Xlsb | Kind::Ods | Kind::Text => return Err(refuse(ProblemCode::TemplateNotXlsx)),
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| refuse(ProblemCode::TemplateDamaged))?;
        for part in archive.file_names() {
            let part = part.map_err(|_| refuse(ProblemCode::TemplateDamaged))?.to_ascii_lowercase();
            if part.ends_with("vbaproject.bin") || part.contains("/macrosheets/") {
                return Err(refuse(ProblemCode::TemplateHasMacros));
            }
            if part.starts_with("_xmlsignatures/") {
                return Err(refuse(ProblemCode::TemplateSigned));
            }
        }
        let damaged = |_: Damaged| refuse(ProblemCode::TemplateDamaged);
        let types = part(&mut archive, "[Content_Types].xml").map_err(damaged)?;
        if types.windows(12).any(|w| w == b"macroEnabled") {
            return Err(refuse(ProblemCode::TemplateHasMacros));
        }
        let workbook = part(&mut archive, WORKBOOK).map_err(damaged)?;
        let relations = part(&mut archive, RELATIONS).map_err(damaged)?;
        // A workbook without styles is rare and legal.
        let styles = part(&mut archive, STYLES).unwrap_or_default();
        let mut package = Self {
            bytes,
            file: file.to_owned(),
            sheets: vec![],
            names: vec![],
            is_1904: false,
            styles,
            workbook: vec![],
        };
        if package.read_workbook(&workbook, &targets(&relations).map_err(damaged)?).map_err(damaged)? {
            return Err(refuse(ProblemCode::TemplateProtected).with("sheet", "toàn bộ tệp"));
        }
        package.workbook = workbook;
        Ok(package)
    }

    /// Sheets and names; the answer is whether the workbook is protected.
    fn read_workbook(&mut self, xml: &[u8], targets: &BTreeMap<String, String>) -> Result<bool, Damaged> {
        let mut is_protected = false;
        let mut tags = Tags::of(xml)?;
        let mut named: Option<(String, usize)> = None;
        while let Some((tag, place)) = tags.next()? {
            match tag {
                Tag::Open(tag) | Tag::Alone(tag) => match name(&tag).as_str() {
                    "workbookPr" => self.is_1904 = flag(&tag, "date1904"),
                    "workbookProtection" => is_protected = flag(&tag, "lockStructure") || flag(&tag, "lockWindows"),
                    "sheet" => {
                        let path = attribute(&tag, "id").and_then(|id| targets.get(&id));
                        if let (Some(name), Some(path)) = (attribute(&tag, "name"), path) {
                            self.sheets.push(SheetPart { name, path: path.clone() });
                        }
                    }
                    "definedName" => named = attribute(&tag, "name").map(|name| (name, place.end)),
                    _ => {}
                },
                Tag::Close(closed) if closed == "definedName" => {
                    let Some((name, from)) = named.take() else { continue };
                    let text = String::from_utf8_lossy(xml.get(from..place.start).ok_or(Damaged)?);
                    let text =
                        text.replace("&apos;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
                    if let Some((sheet, range)) = reference(text.trim()) {
                        self.names.push(DefinedName { name, sheet, range });
                    }
                }
                Tag::Close(_) => {}
            }
        }
        Ok(is_protected)
    }

    /// A sheet's XML.
    pub(crate) fn sheet(&self, sheet: &SheetPart) -> Result<Vec<u8>, Problem> {
        let mut archive = ZipArchive::new(Cursor::new(self.bytes)).map_err(|_| self.damaged())?;
        part(&mut archive, &sheet.path).map_err(|_| self.damaged())
    }

    pub(crate) fn damaged(&self) -> Problem {
        Problem::of(ProblemCode::TemplateDamaged).with("file", &self.file)
    }

    /// The package with these parts exchanged; whoever opens it reckons every formula anew. No formula comes or
    /// goes, so that the order in which Excel reckons them (calcChain) stays right.
    pub(crate) fn with(&self, mut parts: BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, Problem> {
        let workbook = reckoned_on_load(&self.workbook).map_err(|_| self.damaged())?;
        parts.insert(WORKBOOK.to_owned(), workbook);
        self.copy(&parts).map_err(|_| self.damaged())
    }

    fn copy(&self, parts: &BTreeMap<String, Vec<u8>>) -> zip::result::ZipResult<Vec<u8>> {
        let mut from = ZipArchive::new(Cursor::new(self.bytes))?;
        let mut to = ZipWriter::new(Cursor::new(Vec::new()));
        for n in 0..from.len() {
            let part = from.by_index_raw(n)?;
            let name = part.name()?.into_owned();
            match parts.get(&name) {
                None => to.raw_copy_file(part)?,
                Some(content) => {
                    let mut options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
                    if let Some(time) = part.last_modified() {
                        options = options.last_modified_time(time);
                    }
                    drop(part);
                    to.start_file(name, options)?;
                    to.write_all(content)?;
                }
            }
        }
        let mut bytes = to.finish()?.into_inner();
        made_by_unix(&mut bytes);
        Ok(bytes)
    }
}

/// The same fault where a template is wanted and no table: what to do about it is different.
fn of_a_template(code: ProblemCode) -> ProblemCode {
    match code {
        ProblemCode::Encrypted => ProblemCode::TemplateEncrypted,
        ProblemCode::DamagedWorkbook => ProblemCode::TemplateDamaged,
        ProblemCode::NotAWorkbook | ProblemCode::WordDocument | ProblemCode::PdfDocument | ProblemCode::WebPage => {
            ProblemCode::TemplateNotXlsx
        }
        other => other,
    }
}

/// One part's bytes; how large it is was seen before.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Vec<u8>, Damaged> {
    let mut bytes = Vec::new();
    let mut part = archive.by_name(name).map_err(|_| Damaged)?;
    part.read_to_end(&mut bytes).map_err(|_| Damaged)?;
    Ok(bytes)
}

/// Parts by the id their relation has.
fn targets(relations: &[u8]) -> Result<BTreeMap<String, String>, Damaged> {
    let mut targets = BTreeMap::new();
    let mut tags = Tags::of(relations)?;
    while let Some((tag, _)) = tags.next()? {
        let (Tag::Open(tag) | Tag::Alone(tag)) = tag else { continue };
        if let (Some(id), Some(target)) = (attribute(&tag, "Id"), attribute(&tag, "Target")) {
            let path = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("xl/{target}"),
            };
            targets.insert(id, path);
        }
    }
    Ok(targets)
}

/// `'Bìa'!$B$16` or `Bia!$B$16:$C$17`; none for anything else a name can stand for.
fn reference(text: &str) -> Option<(String, (At, At))> {
    let (sheet, place) = text.rsplit_once('!')?;
    let sheet = match sheet.strip_prefix('\'').and_then(|s| s.strip_suffix('\'')) {
        Some(quoted) => quoted.replace("''", "'"),
        None => sheet.to_owned(),
    };
    Some((sheet, range(place)?))
}

/// The workbook part, asking for a full reckoning when it is opened.
fn reckoned_on_load(xml: &[u8]) -> Result<Vec<u8>, Damaged> {
    const FLAG: &str = " fullCalcOnLoad=\"1\"";
    let mut edits = Edits::default();
    let mut tags = Tags::of(xml)?;
    let mut prefix = String::new();
    // After what a workbook's schema has before `calcPr`.
    let mut after = None;
    while let Some((tag, place)) = tags.next()? {
        match tag {
            Tag::Open(tag) | Tag::Alone(tag) => match name(&tag).as_str() {
                "workbook" => {
                    prefix = tag.name().as_ref().trim_end_matches("workbook").to_owned();
                }
                "calcPr" => {
                    if let Some(old) = attribute_place(xml, &place, "fullCalcOnLoad") {
                        edits.replace(old, "");
                    }
                    edits.insert(place.start + 1 + prefix.len() + "calcPr".len(), FLAG);
                    return edits.apply(xml);
                }
                _ => {}
            },
            Tag::Close(closed) => {
                if ["sheets", "functionGroups", "externalReferences", "definedNames"].contains(&closed.as_str()) {
                    after = Some(place.end);
                }
            }
        }
    }
    edits.insert(after.ok_or(Damaged)?, format!("<{prefix}calcPr{FLAG}/>"));
    edits.apply(xml)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_reckoning_is_asked_for_once() {
        let flagged = |xml: &str| String::from_utf8(reckoned_on_load(xml.as_bytes()).expect("XML")).expect("text");
        let none = "<workbook><sheets><sheet/></sheets><definedNames></definedNames><pivotCaches/></workbook>";
        assert_eq!(flagged(none), none.replace("<pivot", "<calcPr fullCalcOnLoad=\"1\"/><pivot"));
        let old = "<x:workbook><x:sheets></x:sheets><x:calcPr calcId=\"1\" fullCalcOnLoad=\"0\"/></x:workbook>";
        assert_eq!(
            flagged(old),
            "<x:workbook><x:sheets></x:sheets><x:calcPr fullCalcOnLoad=\"1\" calcId=\"1\"/></x:workbook>"
        );
    }

    #[test]
    fn references_of_names() {
        let of = |text| reference(text).map(|(sheet, (first, _))| (sheet, first));
        assert_eq!(of("'Bìa ''1'''!$B$16"), Some(("Bìa '1'".into(), (15, 1))));
        assert_eq!(of("Bia!$A$1:$B$2"), Some(("Bia".into(), (0, 0))));
        assert_eq!(of("SUM(A1:A2)"), None);
        assert_eq!(of("#REF!"), None);
    }
}
