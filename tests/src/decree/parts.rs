//! Which line of a finished document is what, told from where it stands and what it looks like alone: the words
//! that were to be printed are not asked, they are compared later.

use crate::reader::grid::{Grid, grids};
use crate::reader::lines::{Line, lines};
use crate::reader::{Mm, Page, Read, Stroke};

/// Left and right edge of the text; the right one from the page's right.
pub const LEFT: Mm = 30.0;
pub const RIGHT: Mm = 15.0;
/// First lines of paragraphs.
pub const INDENTS: [Mm; 2] = [40.0, 42.7];
pub const TOP: Mm = 20.0;

/// Where the head's right column begins.
const RIGHT_COLUMN: Mm = 90.0;

/// A paragraph, maybe over several pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph(pub Vec<Line>);

impl Paragraph {
    #[must_use]
    pub fn words(&self) -> String {
        self.0.iter().map(Line::words).collect::<Vec<_>>().join(" ")
    }

    #[must_use]
    pub fn is_bold(&self) -> bool {
        self.0.iter().all(Line::is_bold)
    }

    #[must_use]
    pub fn is_italic(&self) -> bool {
        self.0.iter().all(Line::is_italic)
    }
}

/// What of a table stands on a page, with its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Fragment {
    pub grid: Grid,
    pub lines: Vec<Line>,
}

impl Fragment {
    /// The rows from above, each as its lines.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<&Line>> {
        (0..self.grid.rows()).map(|row| self.grid.in_row(row, &self.lines)).collect()
    }

    /// Whether its first row is a header: wholly bold. Rows under a shared heading count as one.
    #[must_use]
    pub fn has_header(&self) -> bool {
        self.rows().first().is_some_and(|row| !row.is_empty() && row.iter().all(|l| l.is_bold()))
    }
}

/// A text of paragraphs and tables.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Body {
    pub paragraphs: Vec<Paragraph>,
    pub tables: Vec<Fragment>,
}

impl Body {
    fn of(lines: &[Line], grids: &[Grid]) -> Self {
        let mut body = Self::default();
        for line in lines {
            if let Some(grid) = grids.iter().find(|g| g.holds(line)) {
                match body.tables.iter_mut().find(|f| f.grid == *grid) {
                    Some(fragment) => fragment.lines.push(line.clone()),
                    None => body.tables.push(Fragment { grid: grid.clone(), lines: vec![line.clone()] }),
                }
                continue;
            }
            match body.paragraphs.last_mut() {
                // A table between two lines ends a paragraph, whatever stands where.
                Some(Paragraph(before)) if (line.left - LEFT).abs() < 0.5 && !is_parted(before, line, grids) => {
                    before.push(line.clone());
                }
                _ => body.paragraphs.push(Paragraph(vec![line.clone()])),
            }
        }
        body
    }

    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.paragraphs.iter().flat_map(|p| &p.0)
    }
}

fn is_parted(before: &[Line], line: &Line, grids: &[Grid]) -> bool {
    let Some(last) = before.last() else { return true };
    let place = |l: &Line| (l.page, l.base);
    grids.iter().any(|g| (g.page, g.top()) > place(last) && (g.page, g.top()) < place(line))
}

/// An appendix: its pages, its title and its text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Appended {
    /// From 0, the first and the one after the last.
    pub pages: (usize, usize),
    /// "Phụ lục II".
    pub label: Vec<Line>,
    pub title: Vec<Line>,
    /// "(Kèm theo …)".
    pub reference: Vec<Line>,
    pub body: Body,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parts {
    /// What stands in the top margin.
    pub margin: Vec<Line>,
    /// What is said at the head of each page when figures are invented.
    pub notes: Vec<Line>,
    /// A report's own line at the foot of each page, smaller than any box.
    pub issue: Vec<Line>,
    /// Box 2, over the number.
    pub agency: Vec<Line>,
    pub country: Option<Line>,
    pub motto: Option<Line>,
    pub number: Option<Line>,
    /// Box 5b, under the number.
    pub letter_subject: Vec<Line>,
    pub date: Option<Line>,
    pub kind: Option<Line>,
    pub subject: Vec<Line>,
    pub address: Vec<Line>,
    pub body: Body,
    pub recipients_head: Option<Line>,
    pub recipients: Vec<Line>,
    /// Box 12, after the line that files the document.
    pub drafter: Vec<Line>,
    /// Boxes 7a, upper case, and 7b.
    pub signature: Vec<Line>,
    pub signer: Vec<Line>,
    /// Box 13, under a rule over the whole width at the foot of the first page.
    pub contact: Vec<Line>,
    pub appendices: Vec<Appended>,
    /// The pages before the appendices.
    pub main_pages: usize,
    /// Level rules of the first page that belong to no table.
    pub rules: Vec<Stroke>,
}

impl Parts {
    #[must_use]
    pub fn of(read: &Read) -> Self {
        let mut parts = Self::default();
        let grids: Vec<Grid> = read.pages.iter().zip(0..).flat_map(|(page, n)| grids(page, n)).collect();
        let mut flow: Vec<Vec<Line>> = Vec::new();
        for (page, n) in read.pages.iter().zip(0..) {
            flow.push(parts.margins_off(lines(page, n), page.height));
        }
        let starts: Vec<usize> = (1..flow.len()).filter(|n| is_appendix(&flow[*n], &read.pages[*n])).collect();
        parts.main_pages = starts.first().copied().unwrap_or(flow.len());
        parts.rules = free_rules(read.pages.first(), &grids);
        let (contact, text) = flow[..parts.main_pages].concat().into_iter().partition(|l| parts.is_contact(l));
        parts.contact = contact;
        parts.main(&text, &grids);
        for (at, from) in starts.iter().enumerate() {
            let to = starts.get(at + 1).copied().unwrap_or(flow.len());
            parts.appendices.push(appended((*from, to), &flow[*from..to].concat(), &grids));
        }
        parts
    }

    /// Page numbers and notes put away; the rest is the text.
    fn margins_off(&mut self, lines: Vec<Line>, height: Mm) -> Vec<Line> {
        /// The least size of a box is 11, of a table's words 9.
        const SMALL: f32 = 8.5;
        let mut rest = Vec::new();
        for line in lines {
            // The foot is drawn before the text.
            let is_first = rest.iter().all(|l: &Line| l.top() > line.top()) && line.top() < TOP + 15.0;
            if line.foot() < TOP {
                self.margin.push(line);
            } else if is_first && line.is_bold() && line.is_italic() && line.size() < 12.9 {
                self.notes.push(line);
            } else if line.size() < SMALL && line.base > height - 25.0 {
                self.issue.push(line);
            } else {
                rest.push(line);
            }
        }
        rest
    }

    /// The rule over box 13.
    #[must_use]
    pub fn contact_rule(&self) -> Option<&Stroke> {
        self.rules.iter().find(|s| s.left() < LEFT + 0.5 && s.length() > 164.0 && s.top() > 250.0)
    }

    fn is_contact(&self, line: &Line) -> bool {
        line.page == 0 && self.contact_rule().is_some_and(|rule| line.base > rule.top())
    }

    fn main(&mut self, lines: &[Line], grids: &[Grid]) {
        let rest = self.head(lines);
        let rest = self.title(rest);
        let rest = self.addressees(rest);
        let sign =
            (0..rest.len()).find(|at| !grids.iter().any(|g| g.holds(&rest[*at])) && begins_signature(&rest[*at..]));
        let (body, sign) = rest.split_at(sign.unwrap_or(rest.len()));
        self.body = Body::of(body, grids);
        self.foot(sign);
    }

    /// Boxes 1 to 4 and 5b: the left column, then the right one, twice.
    fn head<'a>(&mut self, lines: &'a [Line]) -> &'a [Line] {
        let mut right = 0;
        for (at, line) in lines.iter().enumerate() {
            if line.left > RIGHT_COLUMN {
                match right {
                    0 => self.country = Some(line.clone()),
                    1 => self.motto = Some(line.clone()),
                    _ => self.date = Some(line.clone()),
                }
                right += 1;
                if right == 3 {
                    return &lines[at + 1..];
                }
            } else if right == 0 {
                self.agency.push(line.clone());
            } else if self.number.is_none() {
                self.number = Some(line.clone());
            } else {
                self.letter_subject.push(line.clone());
            }
        }
        &[]
    }

    /// Box 5a: what stands over the rule in the middle.
    fn title<'a>(&mut self, lines: &'a [Line]) -> &'a [Line] {
        let Some(date) = &self.date else { return lines };
        let rule = self
            .rules
            .iter()
            .filter(|s| s.top() > date.base + 1.0 && s.length() < 100.0)
            .map(Stroke::top)
            .reduce(f32::min);
        let is_title = |l: &&Line| match rule {
            Some(rule) => l.page == 0 && l.base < rule,
            None => l.page == 0 && l.is_bold() && (l.middle() - 112.5).abs() < 1.0,
        };
        let count = lines.iter().take_while(is_title).count();
        let (title, rest) = lines.split_at(count);
        if let Some((kind, subject)) = title.split_first() {
            self.kind = Some(kind.clone());
            self.subject = subject.to_vec();
        }
        rest
    }

    /// Box 9a: further to the right than the body ever begins.
    fn addressees<'a>(&mut self, lines: &'a [Line]) -> &'a [Line] {
        let count = lines.iter().take_while(|l| l.left > INDENTS[1] + 3.0 && l.words() != "./.").count();
        let (address, rest) = lines.split_at(count);
        self.address = address.to_vec();
        rest
    }

    /// Boxes 7, 9b and 12.
    fn foot(&mut self, lines: &[Line]) {
        let mut is_filed = false;
        for line in lines {
            if line.left > LEFT + 40.0 {
                let words = line.words();
                let is_title = words == words.to_uppercase() && self.signer.is_empty();
                if is_title { &mut self.signature } else { &mut self.signer }.push(line.clone());
            } else if self.recipients_head.is_none() && line.words().starts_with("Nơi nhận") {
                self.recipients_head = Some(line.clone());
            } else if is_filed || (self.recipients_head.is_none() && is_small(line)) {
                self.drafter.push(line.clone());
            } else {
                is_filed = line.words().starts_with("- Lưu");
                self.recipients.push(line.clone());
            }
        }
    }
}

/// "Nơi nhận:" at the left or, without it, whose signature it is, at the right; without recipients the drafter's
/// mark may stand level with it.
fn begins_signature(lines: &[Line]) -> bool {
    let [first, rest @ ..] = lines else { return false };
    let is_mark = |next: &Line| is_small(first) && next.page == first.page && (next.base - first.base).abs() < 8.0;
    first.words().starts_with("Nơi nhận") || is_title(first) || rest.first().is_some_and(|l| is_mark(l) && is_title(l))
}

/// Of box 7a: bold capitals at the right.
fn is_title(line: &Line) -> bool {
    let words = line.words();
    let at_right = line.left > LEFT + 50.0 && line.middle() > 120.0;
    at_right && line.is_bold() && words == words.to_uppercase() && words != "./."
}

/// Set smaller than any text, at the left.
fn is_small(line: &Line) -> bool {
    line.left < LEFT + 1.0 && line.size() < 12.0
}

fn is_appendix(lines: &[Line], page: &Page) -> bool {
    let middle = f32::midpoint(LEFT, page.width - RIGHT);
    let begins = |l: &Line| l.words().to_lowercase().starts_with("phụ lục");
    lines.first().is_some_and(|l| begins(l) && (l.middle() - middle).abs() < 3.0)
}

fn appended(pages: (usize, usize), lines: &[Line], grids: &[Grid]) -> Appended {
    let mut appended = Appended { pages, ..Appended::default() };
    let mut rest = lines;
    let mut take = |while_: &dyn Fn(&Line) -> bool| {
        let (taken, left) = rest.split_at(rest.iter().take_while(|l| while_(l)).count());
        rest = left;
        taken.to_vec()
    };
    let first_base = lines.first().map_or(0.0, |l| l.base);
    appended.label = take(&|l| (l.base - first_base).abs() < 0.2);
    // The title ends where the italic reference begins.
    let opens = lines.iter().position(|l| l.words().starts_with('('));
    let reference = opens.map_or(0.0, |at| lines[at].base);
    appended.title = take(&|l| l.page == pages.0 && l.base < reference);
    let closes = opens.and_then(|at| lines[at..].iter().find(|l| l.words().ends_with(')'))).map_or(0.0, |l| l.base);
    appended.reference = take(&|l| l.page == pages.0 && l.base <= closes);
    appended.body = Body::of(rest, grids);
    appended
}

/// Level rules that no table owns.
fn free_rules(page: Option<&Page>, grids: &[Grid]) -> Vec<Stroke> {
    let inside = |s: &Stroke| grids.iter().any(|g| g.page == 0 && s.top() > g.top() - 0.5 && s.top() < g.foot() + 0.5);
    let strokes = page.map(|p| p.strokes.as_slice()).unwrap_or_default();
    strokes.iter().filter(|s| s.is_level() && !inside(s)).copied().collect()
}
