// Generated from src-tauri/crates/office by `cargo xtask bindings`. Do not edit.

/**
 * Accepts a complete sheet whose figures break a hard check, with a reason that is kept.
 */
export type AcceptSheet = { code: string, reason: string, };

/**
 * One line of the log of accesses.
 */
export type AccessRow = { 
/**
 * RFC 3339.
 */
at: string, who: string, what: ContactDeed, 
/**
 * None for a list of `how_many` people.
 */
person: PersonId | null, 
/**
 * The name, or the number that is left of somebody deleted.
 */
name: string | null, how_many: number, };

export type AccountId = number & { readonly __brand: "AccountId" };

/**
 * What the sign-in screen shows of an account.
 */
export type AccountRow = { id: AccountId, name: string, role: Role, role_word: string, has_pin: boolean, };

/**
 * A new account. Once any account has a PIN, everyone signs in.
 */
export type AddAccount = { name: string, role: Role, pin: string | null, };

/**
 * A new area, after the last.
 */
export type AddArea = { area: AreaForm, };

/**
 * One more evening for an area, at the campaign's hours.
 */
export type AddVisit = { area: AreaId, on: string, 
/**
 * Empty: the campaign's first team.
 */
teams: Array<TeamId>, };

/**
 * What is known of an area on a day: for each figure the latest one that is not blank.
 */
export type AreaBase = { households: Known | null, people_15: Known | null, smartphone_15: Known | null, installed: Known | null, };

/**
 * An area as typed.
 */
export type AreaForm = { name: string, kind: AreaKind, cluster: string | null, 
/**
 * Its head, who leads the team: tổ trưởng, or head of the Tổ chuyển đổi số.
 */
leader: LeaderForm | null, 
/**
 * Last day, if it is not visited and reports by itself.
 */
self_report_due: string | null, };

export type AreaId = number & { readonly __brand: "AreaId" };

export type AreaKind = "residential_group" | "village" | "apartment_block" | "housing_estate";

/**
 * An area with what a list of areas shows.
 */
export type AreaRow = { id: AreaId, name: string, kind: AreaKind, kind_word: string, label: string, cluster: string | null, leader_name: string | null, leader_phone: string | null, self_report_due: string | null, 
/**
 * What is known today, each figure with its date.
 */
base: AreaBase, 
/**
 * Every dated set of figures.
 */
bases: Array<BaseFigures>, 
/**
 * Evenings that are on.
 */
evenings: Array<string>, expected: number, returned: number, };

export type AreaStatus = { name: string, 
/**
 * Sheets the office waits for, and how many are back.
 */
expected: number, returned: number, };

/**
 * What is known of an area at a date and from whom. Unknown is blank, never a guess.
 */
export type BaseFigures = { id: BaseId, area: AreaId, as_of: string, source: string, households: number | null, 
/**
 * People aged 15 and over.
 */
people_15: number | null, 
/**
 * People aged 15 and over who use a smartphone.
 */
smartphone_15: number | null, 
/**
 * People who had installed the app on that date.
 */
installed: number | null, };

export type BaseId = number & { readonly __brand: "BaseId" };

/**
 * What a new file begins with.
 */
export type Beginning = { "from": "sample", name: string, } | { "from": "blank" } & BlankOffice;

/**
 * What the first-run screen asks. Whatever is blank is printed as room to write.
 */
export type BlankOffice = { 
/**
 * `phường Hà Cầu`, `xã Thanh Oai`: kind and name, as in running text.
 */
ward: string, 
/**
 * `Cài đặt iHanoi`.
 */
campaign: string, 
/**
 * `iHanoi`.
 */
app: string, starts_on: string | null, ends_on: string | null, };

/**
 * A box as typed.
 */
export type BoxEntry = { 
/**
 * The printed number.
 */
no: string, 
/**
 * Digits; empty blanks the box, `0` is a count like any other.
 */
value: string, };

/**
 * A box's printed number: `7`, `10a`; or `T`, the control total. Orders by number, then letter, so
 * 9 < 10 < 10a, and the control total last.
 */
export type BoxNo = string;

/**
 * A box as printed, with what was keyed.
 */
export type BoxView = { no: BoxNo, label: string, group: Group, group_word: string, 
/**
 * `null`: blank, which is not zero.
 */
value: number | null, };

/**
 * An evening called off with a reason; with `null` it is on again.
 */
export type CancelVisit = { id: VisitId, reason: string | null, };

/**
 * Checks everything; takes seconds on a large file.
 */
export type CheckFile = Record<symbol, never>;

/**
 * What is wrong with a schedule. Hard ones cannot happen in the world; soft ones are worth a look.
 */
export type Clash = { "kind": "team_twice", team: TeamId, on: string, visits: Array<VisitId>, } | { "kind": "area_twice", area: AreaId, on: string, visits: Array<VisitId>, } | { "kind": "outside_campaign", visit: VisitId, on: string, } | { "kind": "area_missed", area: AreaId, } | { "kind": "gap", from: string, to: string, };

/**
 * A clash with the areas it speaks of named.
 */
export type ClashRow = { hard: boolean, clash: Clash, 
/**
 * The area or team it is about.
 */
name: string, };

/**
 * What became of a column, so that a person sees it before anything is taken over.
 */
export type ColumnUse = { 
/**
 * As the table has it.
 */
heading: string, 
/**
 * What it was taken for, in the office's words; none if it is not used.
 */
taken_for: string | null, };

/**
 * The link that flyers lead to, opened and confirmed by whoever sends this; `null` takes it off the
 * flyers again. The journal keeps who and when.
 */
export type ConfirmLink = { url: string | null, };

/**
 * A QR target that a person of the office has opened and confirmed.
 */
export type ConfirmedLink = { url: string, confirmed_on: string, };

/**
 * How to reach a person.
 */
export type Contact = { person: PersonId, name: string, title: string | null, unit: string | null, phone: string | null, };

/**
 * What was done with somebody's contact. Each is kept in the log of accesses.
 */
export type ContactDeed = "viewed" | "printed" | "exported" | "deleted";

/**
 * Requests to the desk itself; each answers with the desk's new state. Crosses the wire as the call
 * `desk`.
 */
export type DeskRequest = { "do": "state" } | { "do": "create", path: string | null, beginning: Beginning, } | { "do": "open", path: string, } | { "do": "close" } | { "do": "sign_in", account: AccountId, pin: string, } | { "do": "sign_out" };

/**
 * The desk as it stands.
 */
export type DeskState = { file: OpenFile | null, 
/**
 * Who is signed in.
 */
who: AccountRow | null, 
/**
 * Accounts that may sign in to the open file.
 */
accounts: Array<AccountRow>, 
/**
 * Files opened lately, the last one first.
 */
recent: Array<string>, 
/**
 * Where a new file goes unless another place is chosen.
 */
offices_folder: string, samples: Array<SampleChoice>, };

/**
 * An area changed. Sheets and evenings follow its new name.
 */
export type EditArea = { id: AreaId, area: AreaForm, };

/**
 * The plan's text, number, date, recipients and signature. What is absent stays as it is. A field the
 * plan does not know is refused by name, and nothing is changed.
 */
export type EditPlan = { subject: string | null, 
/**
 * Given after signing; `number_and_date` sets both, also to blank.
 */
number_and_date: [number | null, string | null] | null, recipients: Array<string> | null, signature_lines: Array<string> | null, sections: Array<SectionEdit>, };

/**
 * The office's name, signer and contact as typed. What is blank is left to write in on paper; name,
 * place and symbol cannot be.
 */
export type EditProfile = { superior_lines: Array<string>, name_lines: Array<string>, short_name: string, place: string, symbol: string, contact_line: string | null, signer_name: string | null, contact_name: string | null, contact_title: string | null, };

/**
 * Why a command was refused. A code exists only if someone acts on it or reads its own words.
 */
export type ErrorCode = "no_file" | "file_exists" | "not_an_office_file" | "file_newer" | "file_older" | "file_busy" | "file_damaged" | "disk_full" | "not_writable" | "reopen_needed" | "no_office_open" | "not_signed_in" | "not_allowed" | "unknown_account" | "wrong_pin" | "pin_too_short" | "account_exists" | "administrator_pin_first" | "unknown_command" | "bad_request" | "missing" | "blank" | "too_long" | "no_such_sample" | "no_campaign" | "dates_reversed" | "area_exists" | "unknown_area" | "area_twice_that_evening" | "evening_outside_campaign" | "count_out_of_range" | "no_visits" | "no_sheets" | "too_many_sheets" | "code_length" | "code_check_digit" | "code_check_digit_likely" | "code_unknown" | "qr_foreign" | "qr_newer" | "unknown_box" | "not_a_count" | "box_twice" | "sheet_locked" | "sheet_void" | "sheet_unfinished" | "reason_needed" | "unknown_field" | "not_a_link" | "period_reversed" | "not_undoable" | "undo_too_late" | "undo_forgotten" | "table_refused" | "table_has_problems" | "paper_overflow" | "paper_glyph" | "paper_qr" | "cancelled" | "internal";

/**
 * A check that does not hold, with both sides worked out.
 */
export type Failure = { severity: Severity, words: string, 
/**
 * `ô 6 + ô 7 ≤ ô 5`.
 */
rule: string, 
/**
 * `9 + 41 = 50`.
 */
left: string, 
/**
 * `24`.
 */
right: string, boxes: Array<BoxNo>, };

/**
 * The state of the file.
 */
export type FileCheck = { findings: Array<Finding>, entries: number, 
/**
 * The chain's head as papers print it.
 */
head: string, };

/**
 * What was found wrong.
 */
export type Finding = { "kind": "database", message: string, } | { "kind": "journal", entry: number, } | { "kind": "tables" } | { "kind": "replay", message: string, };

export type FlyerSize = "a4" | "a5" | "a6";

/**
 * Flyers of one area, or of every area with an evening. The link is printed only if the office has
 * confirmed it.
 */
export type FlyersPdf = { size: FlyerSize, area: AreaId | null, };

export type GetOverview = Record<symbol, never>;

export type GetPlan = Record<symbol, never>;

export type GetProfile = Record<symbol, never>;

export type GetStatus = Record<symbol, never>;

export type GetTargets = Record<symbol, never>;

/**
 * A heading that groups boxes on paper and screen.
 */
export type Group = "households" | "people" | "reasons";

/**
 * Something found.
 */
export type Hit = { kind: HitKind, title: string, detail: string, 
/**
 * What to open: an area's or visit's id, a sheet's code.
 */
target: string, };

export type HitKind = "area" | "visit" | "sheet";

/**
 * What becomes of a line.
 */
export type ImportAction = "add" | "change" | "same" | "skip";

/**
 * Areas and base figures from a table. An area the office has keeps what the table leaves blank; figures
 * are kept with their date and source.
 */
export type ImportAreas = { table: TableSource, dry_run: boolean, };

/**
 * One line of a table, and what is done with it.
 */
export type ImportLine = { place: Place, text: string, action: ImportAction, 
/**
 * What changes, or why it is passed over.
 */
why: string | null, };

/**
 * Evenings from a table, for areas the office has. Evenings that are there stay; none is ever removed. A
 * campaign without any evening whose dates the table does not touch takes its dates from the table.
 */
export type ImportSchedule = { table: TableSource, dry_run: boolean, };

/**
 * Tallies from a table: sheets by their codes, boxes by their numbers. A blank cell leaves its box as
 * it is.
 */
export type ImportTallies = { table: TableSource, dry_run: boolean, };

/**
 * What an import did, or would do.
 */
export type Imported = { 
/**
 * Nothing was changed; this is what would be.
 */
dry_run: boolean, 
/**
 * File name, or "bảng dán".
 */
table: string, columns: Array<ColumnUse>, will: Array<ImportLine>, added: number, changed: number, same: number, skipped: number, 
/**
 * The campaign had no evening yet and takes its dates from the schedule.
 */
new_dates: NewDates | null, 
/**
 * Numbered names that are missing among their neighbours ("Cầu Đơ 2"): perhaps so in the world, so
 * only worth a look.
 */
gaps: Array<string>, };

export type JobId = number & { readonly __brand: "JobId" };

/**
 * Where a job stands.
 */
export type JobState = { "state": "running", done: number, of: number, } | { "state": "done", file: SavedFile, } | { "state": "failed", error: WireError, } | { "state": "cancelled" };

/**
 * A base figure with its date.
 */
export type Known = { value: number, as_of: string, };

export type LeaderForm = { name: string, phone: string | null, };

/**
 * Accounts that may sign in.
 */
export type ListAccounts = Record<symbol, never>;

/**
 * Every area, in the office's order.
 */
export type ListAreas = Record<symbol, never>;

/**
 * Who looked at, took out or deleted contacts, the last one first.
 */
export type ListContactAccess = Record<symbol, never>;

/**
 * Sheets by evening, area, team and number.
 */
export type ListSheets = { 
/**
 * Only sheets of this evening.
 */
evening: string | null, };

/**
 * The schedule by evening, with what is wrong with it.
 */
export type ListVisits = Record<symbol, never>;

/**
 * An evening moved to another day. Its sheets stay valid and open with the new date.
 */
export type MoveVisit = { id: VisitId, on: string, };

/**
 * First and last day of the campaign.
 */
export type NewDates = { from: string, to: string, };

/**
 * Gives each evening its set of numbered sheets: `count` for each team and `spare` besides; an area
 * that reports by itself gets its one sheet. Sheets that exist keep their codes, so a second run
 * changes nothing; a set never shrinks, because its papers may be out already.
 */
export type NumberSheets = { 
/**
 * Only this evening; `null` for the whole campaign.
 */
evening: string | null, count: number, spare: number, };

/**
 * What numbering did.
 */
export type Numbered = { made: number, kept: number, };

export type OpenFile = { path: string, file_name: string, 
/**
 * Boxes keyed before a crash or power cut that opening brought back.
 */
recovered: number, 
/**
 * Records of sheets that are not in this file; they are kept beside it.
 */
unapplied: number, };

/**
 * Opens a sheet by its code or QR. Opening writes nothing.
 */
export type OpenSheet = { code: string, };

/**
 * The office, the campaign and how far it is.
 */
export type Overview = { office_name: string, campaign_title: string, starts_on: string, ends_on: string, today: string, 
/**
 * Evenings with a visit, and how many of them are past or today.
 */
evenings: number, evenings_begun: number, areas: number, 
/**
 * Sheets the office waits for, back, and fully keyed.
 */
expected: number, returned: number, keyed: number, illustration: string | null, link: string | null, };

export type PersonId = number & { readonly __brand: "PersonId" };

/**
 * Where in a table.
 */
export type Place = { 
/**
 * The workbook's sheet; none for a text.
 */
sheet: string | null, 
/**
 * `B7` in a workbook, `dòng 7, cột 2` in a text.
 */
cell: string, };

/**
 * The plan as a Word document, from the same description.
 */
export type PlanDocx = Record<symbol, never>;

/**
 * The plan as a PDF.
 */
export type PlanPdf = Record<symbol, never>;

/**
 * The plan as the office edits it.
 */
export type PlanView = { subject: string, number: number | null, date: string | null, 
/**
 * `75/KH-UBND`, or with room to write.
 */
number_line: string, sections: Array<Section>, recipients: Array<string>, signature_lines: Array<string>, signer_name: string | null, 
/**
 * Fields the text may hold, for help beside the editor.
 */
inline_fields: Array<string>, block_fields: Array<string>, };

/**
 * A fault with its place and the values its words speak of.
 */
export type Problem = { code: ProblemCode, place: Place | null, params: { [key in string]: string }, };

/**
 * A fault of a table or of one of its cells.
 */
export type ProblemCode = "file_unreadable" | "file_too_large" | "unpacks_too_large" | "empty_file" | "not_a_workbook" | "damaged_workbook" | "encrypted" | "word_document" | "pdf_document" | "web_page" | "legacy_text" | "unknown_encoding" | "too_many_rows" | "too_many_columns" | "empty_table" | "heading_missing" | "column_missing" | "column_twice" | "several_tables" | "blank" | "too_long" | "formula_like" | "cell_error" | "legacy_font" | "not_text" | "merged" | "not_a_count" | "count_too_large" | "unknown_kind" | "not_a_date" | "date_serial" | "date_without_year" | "date_month_first" | "date_ambiguous" | "date_maybe_swapped" | "date_out_of_range" | "one_date_only" | "base_without_date" | "name_twice" | "near_duplicate" | "code_twice" | "evening_twice" | "near_existing_area" | "unknown_area" | "evening_outside_campaign" | "evening_cancelled" | "unknown_team" | "code_length" | "code_check_digit" | "code_check_digit_likely" | "code_unknown" | "qr_foreign" | "qr_newer" | "box_not_on_sheet" | "sheet_locked" | "sheet_void" | "more_problems";

/**
 * The office as its papers show it today.
 */
export type Profile = { 
/**
 * Superior body on the letterhead (NĐ 30 box 2); empty if none is named.
 */
superior_lines: Array<string>, 
/**
 * Full official name, a line each.
 */
name_lines: Array<string>, 
/**
 * `UBND phường Hà Cầu`, as in running text.
 */
short_name: string, 
/**
 * Place before the date: `Hà Cầu`.
 */
place: string, 
/**
 * In document numbers: `UBND`.
 */
symbol: string, 
/**
 * The office's own line for questions, printed on flyers.
 */
contact_line: string | null, signer_name: string | null, 
/**
 * Whom teams report to.
 */
contact_name: string | null, contact_title: string | null, 
/**
 * Where the flyers' QR leads, once confirmed.
 */
link: ConfirmedLink | null, };

/**
 * Base figures of an area at a date, from a source. Unknown stays blank.
 */
export type PutBase = { area: AreaId, as_of: string, source: string, households: number | null, people_15: number | null, smartphone_15: number | null, installed: number | null, };

/**
 * What a call answers: the answer, and the tables it changed, so that a screen reads only those again.
 */
export type Reply = { answer: unknown, changed: Array<string>, 
/**
 * The deed's entry in the journal, by which `undo` takes it back.
 */
undo: number | null, };

/**
 * The report of a period, both days included. Without them: from the beginning, to the day the figures
 * reach.
 */
export type ReportXlsx = { from: string | null, to: string | null, };

/**
 * What a person at the program may be.
 */
export type Role = "clerk" | "leadership" | "outreach" | "administrator";

/**
 * A sample to begin with.
 */
export type SampleChoice = { name: string, 
/**
 * `UBND phường Hà Cầu`.
 */
office: string, campaign: string, };

/**
 * A file the office now has.
 */
export type SavedFile = { path: string, file_name: string, mime: string, 
/**
 * Bytes.
 */
size: number, };

/**
 * The whole schedule.
 */
export type Schedule = { starts_on: string, ends_on: string, visits: Array<VisitRow>, clashes: Array<ClashRow>, teams: Array<Team>, };

export type Search = { query: string, };

/**
 * A section of the plan's text.
 */
export type Section = { id: SectionId, kind: SectionKind, heading: string | null, text: string, };

/**
 * A section's new words.
 */
export type SectionEdit = { id: SectionId, heading: string | null, text: string, };

export type SectionId = number & { readonly __brand: "SectionId" };

export type SectionKind = "bases" | "text" | "part";

/**
 * Keys boxes of a sheet. When it returns, they are on disk.
 */
export type SetBoxes = { 
/**
 * Typed code or scanned QR.
 */
code: string, boxes: Array<BoxEntry>, };

/**
 * Sets or removes a PIN: one's own, or as an administrator anyone's.
 */
export type SetPin = { account: AccountId, 
/**
 * `null` removes it.
 */
pin: string | null, };

export type Severity = "hard" | "soft";

/**
 * What a sheet is for.
 */
export type SheetKind = "regular" | "spare" | "self_report";

/**
 * A sheet in a list.
 */
export type SheetRow = { code: string, kind: SheetKind, area: AreaId | null, area_label: string, on: string | null, team_name: string | null, n: number, of: number, state: SheetState, state_word: string, expected: boolean, filled: number, 
/**
 * Boxes still blank; all of them while nothing is keyed.
 */
missing: Array<BoxNo>, 
/**
 * A check that can never hold does not.
 */
impossible: boolean, };

/**
 * Where a sheet is on its way.
 */
export type SheetState = "printed" | "handed_out" | "returned" | "keyed" | "verified" | "locked" | "void" | "lost";

export type SheetStatus = { 
/**
 * `482-1937`.
 */
code: string, area: string | null, date: string | null, team: string | null, n: number, of: number, state: SheetState, 
/**
 * Every box of the sheet's form by its printed number; a blank one is `null`.
 */
boxes: { [key in string]: number | null }, };

/**
 * A sheet as the keying screen shows it: the paper, box by box.
 */
export type SheetView = { code: string, kind: SheetKind, area_label: string, on: string | null, 
/**
 * `thứ Bảy`; blank without an evening.
 */
weekday: string, team_name: string | null, n: number, of: number, form_version: number, state: SheetState, state_word: string, 
/**
 * Why its evening was called off.
 */
called_off: string | null, accepted_because: string | null, boxes: Array<BoxView>, missing: Array<BoxNo>, failures: Array<Failure>, };

/**
 * The numbered sheets of an evening, or of all, to print. Void ones are left out.
 */
export type SheetsPdf = { evening: string | null, };

/**
 * The whole state. Unknown is `null`, everywhere.
 */
export type Status = { campaign: string, as_of: string, areas: Array<AreaStatus>, sheets: Array<SheetStatus>, targets: Array<TargetStatus>, };

/**
 * Where a table comes from.
 */
export type TableSource = { "from": "file", path: string, } | { "from": "text", text: string, };

/**
 * A target and how far it is.
 */
export type TargetRow = { 
/**
 * Where the plan states it: `I.2`.
 */
clause: string, name: string, 
/**
 * `số người đã cài đặt`.
 */
numerator_word: string, 
/**
 * `người từ 15 tuổi trở lên`.
 */
denominator_word: string, 
/**
 * Whole percent to reach.
 */
goal: number, by: string, 
/**
 * `null`: nothing was reported.
 */
numerator: number | null, 
/**
 * `null`: no area has the base figure.
 */
denominator: number | null, 
/**
 * Rounded to a tenth; may exceed 100.
 */
percent: number | null, 
/**
 * Areas left out of both sides because their base is blank.
 */
without_base: Array<string>, 
/**
 * Only people met are counted: an area has no dated count of earlier installs.
 */
among_met: boolean, };

export type TargetStatus = { name: string, numerator: number | null, denominator: number | null, 
/**
 * Rounded to a tenth.
 */
percent: number | null, };

export type Team = { id: TeamId, number: number, name: string, };

export type TeamId = number & { readonly __brand: "TeamId" };

/**
 * Takes one of one's own deeds back, by its entry in the journal (see [`crate::contract`]'s replies).
 * Refused if what it wrote was changed since, or something was built on it. Taking an undo back does the
 * deed again.
 */
export type Undo = { entry: number, };

/**
 * What was taken back.
 */
export type Undone = { 
/**
 * The deed, as the contract names it.
 */
deed: string, };

/**
 * A look at one person's contact. Whoever may read may look, because anybody may have to ring a team's head
 * on an evening; each look is kept.
 */
export type ViewContact = { person: PersonId, };

export type VisitId = number & { readonly __brand: "VisitId" };

/**
 * An evening as the schedule shows it.
 */
export type VisitRow = { id: VisitId, on: string, 
/**
 * `thứ Bảy`.
 */
weekday: string, starts: string, ends: string, area: AreaId, area_name: string, area_label: string, teams: Array<Team>, cancelled: string | null, 
/**
 * Row of the plan's table, from 1; none for an evening that is off.
 */
plan_row: number | null, sheets: number, spares: number, returned: number, };

/**
 * As it crosses the wire.
 */
export type WireError = { code: ErrorCode, params: { [key in string]: string }, 
/**
 * Faults of a table, each with its place.
 */
problems: Array<Problem>, 
/**
 * Under which the cause of an internal failure is in the log.
 */
log_id: string | null, };

/** Questions and deeds. */
export interface Calls {
  list_accounts: { request: ListAccounts; answer: Array<AccountRow> };
  list_areas: { request: ListAreas; answer: Array<AreaRow> };
  check_file: { request: CheckFile; answer: FileCheck };
  list_contact_access: { request: ListContactAccess; answer: Array<AccessRow> };
  get_overview: { request: GetOverview; answer: Overview };
  get_plan: { request: GetPlan; answer: PlanView };
  get_profile: { request: GetProfile; answer: Profile };
  search: { request: Search; answer: Array<Hit> };
  list_sheets: { request: ListSheets; answer: Array<SheetRow> };
  open_sheet: { request: OpenSheet; answer: SheetView };
  get_status: { request: GetStatus; answer: Status };
  get_targets: { request: GetTargets; answer: Array<TargetRow> };
  list_visits: { request: ListVisits; answer: Schedule };
  add_account: { request: AddAccount; answer: AccountId };
  set_pin: { request: SetPin; answer: null };
  add_area: { request: AddArea; answer: AreaId };
  edit_area: { request: EditArea; answer: null };
  put_base: { request: PutBase; answer: null };
  view_contact: { request: ViewContact; answer: Contact };
  import_areas: { request: ImportAreas; answer: Imported };
  import_schedule: { request: ImportSchedule; answer: Imported };
  import_tallies: { request: ImportTallies; answer: Imported };
  edit_plan: { request: EditPlan; answer: null };
  confirm_link: { request: ConfirmLink; answer: null };
  edit_profile: { request: EditProfile; answer: null };
  accept_sheet: { request: AcceptSheet; answer: SheetView };
  number_sheets: { request: NumberSheets; answer: Numbered };
  set_boxes: { request: SetBoxes; answer: SheetView };
  undo: { request: Undo; answer: Undone };
  add_visit: { request: AddVisit; answer: VisitId };
  cancel_visit: { request: CancelVisit; answer: null };
  move_visit: { request: MoveVisit; answer: null };
}

/** Files that can be made. */
export interface Makes {
  flyers_pdf: FlyersPdf;
  plan_docx: PlanDocx;
  plan_pdf: PlanPdf;
  report_xlsx: ReportXlsx;
  sheets_pdf: SheetsPdf;
}

/** Deeds that Ctrl+Z takes back. */
export type Undoable =
  | 'add_area'
  | 'edit_area'
  | 'put_base'
  | 'import_areas'
  | 'import_schedule'
  | 'edit_plan'
  | 'edit_profile'
  | 'undo'
  | 'add_visit'
  | 'cancel_visit'
  | 'move_visit'
;
