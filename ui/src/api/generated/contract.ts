// Generated from src-tauri/crates/office by `cargo xtask bindings`. Do not edit.

/**
 * Accepts what a third person decided although a hard check fails: the paper says so. The reason is kept, and
 * the sheet is verified. Only for somebody who keyed none of it first or second.
 */
export type AcceptDecided = { 
/**
 * Typed code or scanned QR.
 */
code: string, reason: string, };

/**
 * Accepts something unusual that was looked up on the paper: a figure far from the others, results that
 * another sheet has too (they differ on paper, or are by chance the same), a sum that is not the team head's.
 * It holds while the figures stay as they are.
 *
 * Not for whoever keyed one of the sheets first: nobody verifies the own keying. A sum whose every count was
 * keyed twice anybody may accept who may verify.
 */
export type AcceptFinding = { 
/**
 * Typed code or scanned QR.
 */
code: string, 
/**
 * As [`super::OutlierRow`], [`super::SameRow`] and [`super::TotalBox`] name it.
 */
flag: string, reason: string, };

/**
 * Accepts something unlikely about a sheet: the paper says so. It holds while the figures it speaks of stay
 * as they are.
 */
export type AcceptFlag = { 
/**
 * Typed code or scanned QR.
 */
code: string, 
/**
 * A flag of the sheet ([`super::SheetFlag`]).
 */
flag: string, 
/**
 * `null`: that it was looked up on the paper.
 */
reason: string | null, };

/**
 * Accepts a complete sheet whose figures break a hard check, with a reason that is kept.
 */
export type AcceptSheet = { code: string, reason: string, };

/**
 * Who accepted something unlikely, and why.
 */
export type Acceptance = { reason: string, by: string, 
/**
 * RFC 3339.
 */
at: string, 
/**
 * The figures are those it was accepted for. Otherwise it is to be looked at again.
 */
holds: boolean, };

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
export type AccountRow = { id: AccountId, name: string, role: Role, role_word: string, has_pin: boolean, 
/**
 * Whether it may sign in; one that may not keeps its name beside what it did.
 */
active: boolean, 
/**
 * Its PIN was set by somebody else and is changed at the next sign-in.
 */
lent: boolean, };

/**
 * A new account. Once any account has a PIN, everyone signs in. A PIN given here is lent: whoever gets the account
 * changes it first.
 */
export type AddAccount = { name: string, role: Role, pin: string | null, };

/**
 * A new area, after the last.
 */
export type AddArea = { area: AreaForm, };

/**
 * A new force after the last.
 */
export type AddForce = { force: ForceForm, };

export type AddMember = { member: MemberForm, };

/**
 * Adds the reference plan's two targets (I.2, II.6), due on the campaign's last day, to a campaign that
 * has none.
 */
export type AddPlanTargets = Record<symbol, never>;

/**
 * One more team, for several areas on an evening.
 */
export type AddTeam = { name: string, };

/**
 * Schools by name, one or a pasted list of them. With the first come the three columns the plan names.
 */
export type AddUnits = { 
/**
 * Blank lines are passed over.
 */
names: Array<string>, due_on: string | null, };

/**
 * One more evening for an area, at the campaign's hours.
 */
export type AddVisit = { area: AreaId, on: string, 
/**
 * Empty: the first team that is at home that evening.
 */
teams: Array<TeamId>, };

/**
 * A sheet that was set aside is one of its own after all, and counts again.
 */
export type AdmitSheet = { code: string, reason: string, };

/**
 * The file to make, by the contract's name and request.
 */
export type Again = { command: string, request: unknown, };

/**
 * What differs between what was issued last and the plan as it stands.
 */
export type AmendmentView = { 
/**
 * What an amendment would amend: the plan, or its latest amendment. None while the plan is not issued.
 */
amends: DocumentId | null, 
/**
 * `Số: 75/KH-UBND`.
 */
amends_number: string | null, amends_dated: string | null, 
/**
 * An amendment that is begun and not issued: it always says what differs now.
 */
draft: DocumentId | null, changes: Array<ChangeLine>, };

/**
 * What was found out. It closes the question.
 */
export type AnswerQuery = { id: QueryId, 
/**
 * Never about a single resident.
 */
answer: string, };

export type ApprovalEvening = { on: string, weekday: string, 
/**
 * In the schedule's order.
 */
areas: Array<string>, 
/**
 * It is still to come, and cannot be approved.
 */
ahead: boolean, counts: Counts, 
/**
 * Hard ones first.
 */
obstacles: Array<ObstacleRow>, approved: Approved | null, };

/**
 * Approves an evening: all its sheets that are back are locked. Whoever approves may have keyed them; the
 * second keying, where the office chose one, is what needs another person.
 */
export type ApproveEvening = { on: string, 
/**
 * What is to be said of what is missing; needed if anything is.
 */
note: string | null, };

/**
 * As [`ApproveEvening`], for an area that reports by itself.
 */
export type ApproveSelfReport = { area: AreaId, note: string | null, };

/**
 * Who approved, when, and what was said of what is missing.
 */
export type Approved = { by: string, 
/**
 * RFC 3339 with offset.
 */
at: string, note: string | null, };

/**
 * One of the two, the evening or the area.
 */
export type ApprovedStatus = { date: string | null, area: string | null, by: string, 
/**
 * RFC 3339 with offset.
 */
at: string, 
/**
 * What was said of what was missing.
 */
note: string | null, };

/**
 * What is known of an area on a day: for each figure the latest one that is not blank.
 */
export type AreaBase = { households: Known | null, people_15: Known | null, smartphone_15: Known | null, installed: Known | null, };

/**
 * What happened to an area.
 */
export type AreaDeed = { "deed": "added", name: string, } | { "deed": "came_of", areas: Array<string>, on: string, } | { "deed": "respelled", was: string, name: string, } | { "deed": "renamed", was: string, name: string, until: string, } | { "deed": "edited", parts: Array<AreaPart>, } | { "deed": "figures_put", as_of: string, source: string, } | { "deed": "figures_removed", as_of: string, source: string, } | { "deed": "evening_added", on: string, } | { "deed": "evening_moved", was: string, on: string, } | { "deed": "evening_called_off", on: string, because: string, } | { "deed": "evening_on_again", on: string, } | { "deed": "evening_removed", on: string, } | { "deed": "evening_handed_over", on: string, to: string, } | { "deed": "evening_taken_over", on: string, of: string, } | { "deed": "sheets_numbered", count: number, } | { "deed": "sheets_back", count: number, } | { "deed": "became", areas: Array<string>, on: string, } | { "deed": "ended", last: string, because: string, } | { "deed": "goes_on" };

/**
 * An evening of an area.
 */
export type AreaEvening = { visit: VisitId, on: string, is_on: boolean, };

export type AreaEvent = { 
/**
 * RFC 3339 with offset.
 */
at: string, who: string | null, 
/**
 * Taken back by the one who did it.
 */
is_undo: boolean, what: AreaDeed, 
/**
 * The decision or reason, in the office's words.
 */
why: string | null, };

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
self_report_due: string | null, 
/**
 * The name is nearly that of another area ("Ngõ", "Ngô"), and both are right.
 */
accept_near?: boolean, };

/**
 * What happened to an area, the newest first, from the journal. Personal details are not in the journal,
 * and so not here.
 */
export type AreaHistory = { area: AreaId, };

export type AreaId = number & { readonly __brand: "AreaId" };

export type AreaKind = "residential_group" | "village" | "apartment_block" | "housing_estate";

export type AreaName = { id: AreaId, name: string, };

/**
 * A part of an area that was edited.
 */
export type AreaPart = "kind" | "cluster" | "leader" | "self_report_due";

/**
 * A row of the heat table, with all that is said of an area.
 */
export type AreaProgress = { id: AreaId, name: string, 
/**
 * Only days on which something is planned, was cancelled or was counted.
 */
cells: Array<HeatCell>, 
/**
 * Sum of the cells; `null`: nothing was reported.
 */
count: number | null, 
/**
 * For each target, in their order.
 */
rates: Array<RateView>, ranges: Array<RangeView | null>, self_report: SelfReport | null, 
/**
 * Counts of the stages and reasons, in the order of the ward's.
 */
stages: (number | null)[], reasons: (number | null)[], 
/**
 * Sheets of its evenings that are over and of its self-report if due.
 */
expected: number, returned: number, };

/**
 * An area with what a list of areas shows.
 */
export type AreaRow = { id: AreaId, name: string, kind: AreaKind, kind_word: string, label: string, cluster: string | null, leader: PersonId | null, leader_name: string | null, 
/**
 * The number itself is shown one at a time, and each look is kept.
 */
leader_has_phone: boolean, self_report_due: string | null, began_on: string | null, 
/**
 * Last day of an area that is no more.
 */
ended_on: string | null, 
/**
 * What it was called before, earliest first.
 */
former_names: Array<FormerName>, 
/**
 * Names of the areas it came out of, and of those it became.
 */
came_of: Array<string>, became: Array<string>, 
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
evenings: Array<string>, 
/**
 * The same with what they are called by, and those called off.
 */
visits: Array<AreaEvening>, expected: number, returned: number, };

export type AreaStatus = { name: string, 
/**
 * Sheets the office waits for, and how many are back.
 */
expected: number, returned: number, };

/**
 * How many evenings an area is to have, against what the rest would give it; 0 leaves it out.
 */
export type AreaWish = { area: AreaId, evenings: number, };

/**
 * A workbook of areas to fill in and take over again, with those the office has.
 */
export type AreasTemplateXlsx = Record<symbol, never>;

/**
 * What a box waits for.
 */
export type Ask = "second" | "again" | "third" | "none";

/**
 * How much is to be keyed a second time.
 */
export type AskedMode = { "kind": "all" } | { "kind": "one_in", n: number, } | { "kind": "aimed", ceiling: number, };

/**
 * Says of which evening and team a spare is that was printed without: asked when it comes back.
 */
export type AssignSheet = { 
/**
 * Typed code or scanned QR.
 */
code: string, visit: VisitId, team: TeamId | null, };

/**
 * Keeps a scan or photo with a sheet. A picture is turned upright, made small and freed of everything but its
 * pixels; a PDF is kept as it is.
 */
export type AttachFile = { 
/**
 * Typed code or scanned QR.
 */
code: string, 
/**
 * The file on this computer, chosen as one chooses a table to take over.
 */
path: string, };

/**
 * Keeps a photo with what was posted, made small and freed of everything but its pixels: also of the place and
 * the hour a telephone writes into it.
 */
export type AttachPhoto = { posting: PostingId, 
/**
 * The file on this computer.
 */
path: string, };

/**
 * A scan or photo, to look at or to save.
 */
export type AttachmentBytes = { id: AttachmentId, };

/**
 * A scan or photo kept with a sheet.
 */
export type AttachmentId = number & { readonly __brand: "AttachmentId" };

/**
 * A scan or photo of a sheet or of what was posted.
 */
export type AttachmentRow = { id: AttachmentId, 
/**
 * `482-1937-1.jpg`, `niem-yet-7-1.jpg`: given by the program, because a file's own name may name a person.
 */
name: string, 
/**
 * `image/jpeg` or `application/pdf`.
 */
mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Who attached it.
 */
by: string, 
/**
 * RFC 3339.
 */
at: string, };

/**
 * An authority that receives reports (cơ quan nhận báo cáo).
 */
export type Authority = { id: AuthorityId, name: string, 
/**
 * Form of address after "Kính gửi:".
 */
address: string, validity: Validity, };

/**
 * An authority that receives reports.
 */
export type AuthorityId = number & { readonly __brand: "AuthorityId" };

export type AuthorityRow = { authority: Authority, 
/**
 * It receives the reports of today.
 */
now: boolean, };

/**
 * The line on Hôm nay.
 */
export type BackupBrief = { 
/**
 * The latest that counts.
 */
last: BackupStamp | null, 
/**
 * Why the latest attempt came to nothing; none once one has counted since.
 */
failure: BackupFailure | null, 
/**
 * Something was written that no backup holds yet.
 */
waiting: boolean, 
/**
 * One is being made at this moment.
 */
running: boolean, 
/**
 * Days have passed without a copy at the second place, or without one having been chosen.
 */
second_due: boolean, 
/**
 * Why the latest copy to the second place came to nothing.
 */
second_failure: BackupFailure | null, };

/**
 * From when on a backup is no longer kept.
 */
export type BackupExpiry = { 
/**
 * The first day on which its age no longer keeps it, whatever else is there.
 */
on: string, 
/**
 * How many newer backups must still be made before it is none of the last ten.
 */
after: number, };

export type BackupFailure = { 
/**
 * RFC 3339.
 */
at: string, error: WireError, };

/**
 * Why a backup cannot be relied on.
 */
export type BackupFault = "missing" | "empty" | "truncated" | "foreign" | "newer" | "changed" | "unsound" | "undescribed";

/**
 * Why a backup was made.
 */
export type BackupKind = "automatic" | "asked" | "before_restore" | "after_restore" | "before_upgrade";

/**
 * Requests about backups; each answers with how they stand then.
 */
export type BackupRequest = { "do": "state" } | { "do": "make" } | { "do": "verify", number: number | null, } | { "do": "set_second_place", path: string | null, } | { "do": "set_passphrase", passphrase: string, } | { "do": "copy_now" } | { "do": "look", number: number, } | { "do": "restore", number: number, } | { "do": "undo_restore" } | { "do": "look_at_file", path: string, passphrase: string, } | { "do": "restore_file", path: string, passphrase: string, };

export type BackupRow = { stamp: BackupStamp, 
/**
 * What is wrong with it, if it cannot be relied on.
 */
fault: BackupFault | null, 
/**
 * When all of it was read since the file was opened, RFC 3339: at its making, or because somebody asked.
 */
checked: string | null, 
/**
 * Bytes; unknown of one that is not described.
 */
size: number | null, 
/**
 * `UBND phường Hà Cầu`.
 */
office: string | null, 
/**
 * Version of the program that made it.
 */
program: string | null, 
/**
 * Sheets that have their code.
 */
sheets: number | null, 
/**
 * Keyed boxes, each keying of a box by itself.
 */
boxes: number | null, 
/**
 * Entries of the journal that it holds.
 */
entries: number | null, path: string, 
/**
 * When it goes at the latest.
 */
expires: BackupExpiry, };

/**
 * Which backup, of when, and why it was made.
 */
export type BackupStamp = { 
/**
 * Counts up from 1 within a folder of backups; what backups are ordered by.
 */
number: number, 
/**
 * By the computer's clock, which may have been wrong.
 */
at: string, kind: BackupKind, };

/**
 * All that the screen shows.
 */
export type BackupState = { brief: BackupBrief, 
/**
 * Where they lie, beside the office file.
 */
folder: string, 
/**
 * The latest first.
 */
backups: Array<BackupRow>, second: SecondPlace, 
/**
 * The way back from the last restore, while it is open: `undo_restore`.
 */
undo: BackupStamp | null, 
/**
 * What was asked to be looked at.
 */
look: RestoreLook | null, };

/**
 * An area whose people cannot read of their next evening anywhere.
 */
export type BareArea = { area: AreaId, area_label: string, evening: string, 
/**
 * Until then; 0 is today.
 */
days: number, lacks: PostingLack, };

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
 * What a line's quantity is counted by.
 */
export type Basis = "household" | "area" | "evening" | "team_evening" | "sheet" | "place" | "once";

export type BecauseLine = { 
/**
 * Place in the list of causes, from 0.
 */
cause: number, 
/**
 * What it adds to a total or takes from it; none for a rate.
 */
effect: number | null, };

/**
 * A draft with its kind's wording and the usual head. What is absent is what the kind usually has: a report goes
 * from the campaign's first day to today.
 */
export type BeginDocument = { 
/**
 * Any but the plan, which is there; an amendment amends what was issued last.
 */
kind: DocumentKind, from?: string, to?: string, visit?: VisitId, team?: TeamId, };

/**
 * What a new file begins with.
 */
export type Beginning = { "from": "sample", name: string, } | { "from": "blank" } & BlankOffice;

/**
 * What the first-run screen asks. Whatever is blank is printed as room to write, and can be said later.
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
app: string, starts_on: string | null, ends_on: string | null, 
/**
 * Of the letterhead. Place and symbol follow from the ward while they are blank.
 */
superior_lines: Array<string>, place: string, symbol: string, contact_line: string, signer: string, 
/**
 * Lines above the signature.
 */
signature_lines: Array<string>, 
/**
 * From nothing, or from the structure of a sample's plan.
 */
groundwork: Groundwork, 
/**
 * The administrator's name, and a PIN if there is to be one.
 */
administrator: string, pin: string, };

/**
 * A box to key without knowing what was keyed before.
 */
export type BlindBox = { no: BoxNo, label: string, help: string | null, group: Group, group_word: string, 
/**
 * The control total.
 */
control: boolean, 
/**
 * Digits after which the cursor moves on by itself.
 */
width: number | null, 
/**
 * `second`: not keyed a second time yet. `again`: differs, and is to be keyed once more from the paper.
 * `third`: differs still, so somebody else decides. `none`: settled.
 */
ask: Ask, 
/**
 * Whether whoever is signed in may key it now.
 */
open: boolean, 
/**
 * Whoever is signed in has keyed it in the round it is in.
 */
keyed: boolean, 
/**
 * What they keyed in that round; `null`: blank. Never what anybody else keyed.
 */
value: number | null, };

/**
 * A sheet in its second keying.
 */
export type BlindSheet = { sheet: SheetTag, 
/**
 * `thứ Bảy`; blank without an evening.
 */
weekday: string, form_version: number, boxes: Array<BlindBox>, 
/**
 * Every box is settled and nothing is left to anybody.
 */
verified: boolean, };

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
value: string, 
/**
 * Keys pressed for it since the cursor came into it; 0 where nobody typed.
 */
keys?: number, };

/**
 * A box's printed number: `7`, `10a`; or `T`, the control total. Orders by number, then letter, so
 * 9 < 10 < 10a, and the control total last.
 */
export type BoxNo = string;

/**
 * A box as printed, with what was keyed.
 */
export type BoxView = { no: BoxNo, label: string, 
/**
 * What to count in it, if the form says so.
 */
help: string | null, group: Group, group_word: string, 
/**
 * The control total: compared, not counted, and no sheet waits for it.
 */
control: boolean, 
/**
 * Digits after which the cursor moves on by itself; `null` where Enter moves it, as on every sheet that
 * adds up others.
 */
width: number | null, 
/**
 * `null`: blank, which is not zero.
 */
value: number | null, };

/**
 * Where the journal was tampered with.
 */
export type BrokenEntry = { entry: number, 
/**
 * What was found, in a sentence.
 */
words: string, 
/**
 * The entry as it stands now; `null` where it cannot be shown.
 */
line: JournalLine | null, };

/**
 * The same day of the campaign before, in the same office file.
 */
export type CampaignBefore = { title: string, 
/**
 * The day that is compared; its last if it was shorter.
 */
on: string, rate: RateView, points: number | null, 
/**
 * `ngày thứ 8 của đợt Cài đặt VNeID, 15/05/2024`.
 */
words: string, };

export type CampaignId = number & { readonly __brand: "CampaignId" };

/**
 * A campaign with how much is in it.
 */
export type CampaignRow = { id: CampaignId, title: string, app_name: string, starts_on: string, ends_on: string, evening_starts: string, evening_ends: string, areas: number, evenings: number, sheets: number, 
/**
 * The one that is worked on.
 */
chosen: boolean, };

/**
 * An evening called off with a reason; with `null` it is on again.
 */
export type CancelVisit = { id: VisitId, reason: string | null, 
/**
 * Said by a person: also an evening whose sheets are back.
 */
confirmed: boolean, };

/**
 * A single change that would repair a sheet.
 */
export type Candidate = { slip: Slip, 
/**
 * In the paper's order; never empty.
 */
changes: Array<Change>, 
/**
 * Share among all candidates of the sheet, in millionths.
 */
weight: number, 
/**
 * Hard checks that would fail still, or anew.
 */
left: number, 
/**
 * Soft checks that would fail.
 */
soft: number, };

export type CardSize = "a5" | "a6";

/**
 * What was changed since, by whom, when and why.
 */
export type CauseLine = { 
/**
 * `Phiếu 482-1937 (Hà Trì 1, 12/11/2024): ô 7 “cài mới trong buổi” 5 → 8`.
 */
words: string, 
/**
 * Codes of the sheets it speaks of.
 */
codes: Array<string>, 
/**
 * In the order they were written.
 */
entries: Array<EntryLine>, };

/**
 * A cell that was changed after the program made the file; a whole page has no cell.
 */
export type CellEdit = { place: Place, 
/**
 * None is blank.
 */
then: string | null, now: string | null, };

/**
 * A day without a cell has nothing planned.
 */
export type CellState = "ahead" | "scheduled" | "no_sheets" | "partly" | "complete" | "cancelled";

/**
 * A box before and after a change; no number: blank.
 */
export type Change = { no: BoxNo, from: number | null, to: number | null, };

/**
 * One difference in words.
 */
export type ChangeLine = { 
/**
 * `Thời gian hỗ trợ`; blank for a sentence that stands alone.
 */
matter: string, sentence: string, };

/**
 * The letter as a Word document, from the same description.
 */
export type ChaseDocx = Record<symbol, never>;

/**
 * The letter that asks for what is owed, as a PDF.
 */
export type ChasePdf = Record<symbol, never>;

/**
 * One thing that is owed, as the letter lists it.
 */
export type ChaseRow = { debt: Debt, to: string, what: string, 
/**
 * `30/11/2024`, `03 ngày 01 lần`.
 */
due_words: string, 
/**
 * `Chậm 05 ngày`.
 */
late_words: string, standing: Standing, };

/**
 * Slips (A5, one for each person) that ask for missing sheets. Nothing said: all that are late.
 */
export type ChaseSlipPdf = { evening: string | null, visit: VisitId | null, person: PersonId | null, };

/**
 * A text to send to one recipient by Zalo.
 */
export type ChaseText = { to: string, text: string, };

export type ChaseView = { today: string, rows: Array<ChaseRow>, texts: Array<ChaseText>, };

/**
 * A check as typed, in its pieces.
 */
export type CheckDraft = { severity: Severity, words: string, 
/**
 * `ô 2 = 0`.
 */
when: string | null, 
/**
 * `ô 6 + ô 7`.
 */
left: string, operator: Operator, right: string, };

/**
 * Checks everything; takes seconds on a large file.
 */
export type CheckFile = Record<symbol, never>;

/**
 * What a note that is being typed seems to hold of a person: a warning beside it, never a refusal.
 */
export type CheckNote = { text: string, };

/**
 * What is wrong with a text, while it is typed: nothing is written.
 */
export type CheckText = { paper: DocumentKind, sections: Array<SectionForm>, };

/**
 * What a check would have said of the sheets keyed so far.
 */
export type CheckTrial = { 
/**
 * The check's place in the draft, from 0.
 */
at: number, 
/**
 * `ô 6 + ô 7 ≤ ô 5`.
 */
rule: string, 
/**
 * Sheets on which every box it speaks of is filled.
 */
computed: number, failing: number, 
/**
 * The first of them, by the office's order.
 */
first: Array<Failing>, 
/**
 * Boxes it speaks of that no keyed sheet has: they are new, or were never filled.
 */
never_keyed: Array<BoxNo>, };

/**
 * Another campaign of the file is worked on from now on. Nothing in it changes, so the journal says nothing.
 */
export type ChooseCampaign = { id: CampaignId, };

/**
 * What is wrong with a schedule. Hard ones cannot happen in the world; soft ones are worth a look.
 */
export type Clash = { "kind": "team_twice", team: TeamId, on: string, visits: Array<VisitId>, } | { "kind": "area_twice", area: AreaId, on: string, visits: Array<VisitId>, } | { "kind": "outside_campaign", visit: VisitId, on: string, } | { "kind": "area_gone", visit: VisitId, area: AreaId, on: string, } | { "kind": "area_missed", area: AreaId, } | { "kind": "without_team", visit: VisitId, on: string, } | { "kind": "too_many", on: string, evenings: number, teams: number, visits: Array<VisitId>, } | { "kind": "without_sheets", visits: Array<VisitId>, from: string, to: string, } | { "kind": "on_day_off", visit: VisitId, on: string, name: string, } | { "kind": "gap", from: string, to: string, } | { "kind": "after_target", target: TargetId, by: string, last: string, };

/**
 * A clash with what it speaks of named, and the step that would mend it.
 */
export type ClashRow = { hard: boolean, clash: Clash, 
/**
 * The area, team or target it is about.
 */
name: string, mend: Mend | null, };

/**
 * What a column is.
 */
export type ColumnChoice = { 
/**
 * Position from 0.
 */
at: number, 
/**
 * A field of the table's kind (see [`Look`]); none: the column is not used.
 */
field: string | null, };

export type ColumnLook = { at: number, place: Place, 
/**
 * Blank where the table has none.
 */
heading: string, field: string | null, 
/**
 * The first values below.
 */
examples: Array<string>, };

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
 * The same as a Word document, to be worked over.
 */
export type ConsolidatedDocx = Record<symbol, never>;

/**
 * The báo cáo of all wards that are held, with its table of wards.
 */
export type ConsolidatedPdf = Record<symbol, never>;

/**
 * The workbook of all wards that are held.
 */
export type ConsolidatedXlsx = Record<symbol, never>;

/**
 * How to reach a person.
 */
export type Contact = { person: PersonId, name: string, title: string | null, unit: string | null, phone: string | null, };

/**
 * What was done with somebody's contact. Each is kept in the log of accesses.
 */
export type ContactDeed = "viewed" | "printed" | "exported" | "deleted";

/**
 * Who came over, and who could not.
 */
export type Copied = { people: number, 
/**
 * Out elsewhere that day, gone by then, or of another area.
 */
left_out: Array<string>, };

/**
 * The roster of another evening in place of this one's.
 */
export type CopyRoster = { from: VisitId, to: VisitId, };

/**
 * A period of the office was written down wrong: its letterhead, or the day it began.
 */
export type CorrectOfficePeriod = { id: OfficeId, 
/**
 * `null` leaves the day as it is; the first period has none to change.
 */
from: string | null, letterhead: Letterhead, };

/**
 * A line as typed.
 */
export type CostForm = { 
/**
 * `Tờ rơi A5 phát đến từng hộ`.
 */
name: string, 
/**
 * What it is counted in: `tờ`.
 */
unit: string, basis: Basis, 
/**
 * How many for each hundred of what it is counted by.
 */
per_hundred: number, spare_percent: number, 
/**
 * In đồng; blank until the office knows it.
 */
unit_price: number | null, };

/**
 * A line of the estimate, as the office writes it.
 */
export type CostLine = { id: CostLineId, 
/**
 * `Tờ rơi A5 phát đến hộ`.
 */
name: string, 
/**
 * What it is counted in: `tờ`.
 */
unit: string, basis: Basis, 
/**
 * How many for each hundred of what it is counted by.
 */
per_hundred: number, 
/**
 * Added in case some are spoilt.
 */
spare_percent: number, 
/**
 * In đồng; blank until the office knows it.
 */
unit_price: number | null, };

/**
 * A line of the estimate of prints and cost.
 */
export type CostLineId = number & { readonly __brand: "CostLineId" };

/**
 * The estimate as it stands.
 */
export type CostSheet = { 
/**
 * The office's lines in their order, with what follows from each.
 */
items: Array<Item>, 
/**
 * In đồng; unknown while any amount is, or there is no line.
 */
total: number | null, 
/**
 * Areas whose households are blank, if a line is counted by households.
 */
without_households: Array<string>, 
/**
 * Lines most offices need that are not there yet, without prices.
 */
offered: Array<CostForm>, };

/**
 * How many sheets are how far. Team heads' summaries are not among them.
 */
export type Counts = { expected: number, back: number, 
/**
 * Every box keyed.
 */
keyed: number, 
/**
 * Keyed a second time by another person, and agreed or decided.
 */
verified: number, };

/**
 * Where keying was left.
 */
export type CursorView = { code: string, 
/**
 * The box where the cursor stood; `null`: past the last one, waiting for the next sheet's code.
 */
box: BoxNo | null, 
/**
 * 1 first keying; 2 and more: keyed again to be compared.
 */
keying: number, };

/**
 * A day on which nobody goes out.
 */
export type DayOff = { on: string, name: string, 
/**
 * Set by the office, not by law.
 */
own: boolean, };

/**
 * What is owed.
 */
export type Debt = { "kind": "task", "id": TaskId } | { "kind": "self_report", "id": AreaId } | { "kind": "unit_report", "id": UnitId };

/**
 * A third person keys what the paper says in a box on which two people differ. It is what counts from then
 * on, whatever it is; the journal keeps what it took the place of.
 */
export type DecideBox = { 
/**
 * Typed code or scanned QR.
 */
code: string, 
/**
 * The printed number.
 */
no: string, 
/**
 * Digits; empty says that the box is blank on the paper.
 */
value: string, 
/**
 * Keys pressed for it.
 */
keys?: number, };

/**
 * What a second paper with a known code is: the same sheet once more, or a sheet of its own that counts from
 * now on. It may be decided again.
 */
export type DecideCopy = { 
/**
 * The second paper's own code.
 */
code: string, same: boolean, reason: string, };

/**
 * Deeds that people look for together.
 */
export type DeedKind = "keying" | "verifying" | "approving" | "schedule" | "areas" | "forces" | "papers" | "reports" | "settings" | "accounts" | "backups";

/**
 * The form an office starts from, as texts to edit: nine boxes, and the block of reasons if it is wanted.
 */
export type DefaultForm = { with_reasons: boolean, };

/**
 * Destroys every contact of the campaign whose last day is past; nothing takes it back.
 */
export type DeleteContacts = Record<symbol, never>;

/**
 * Takes away every backup that may hold what was deleted; nothing brings them back. A newer one that is read through
 * and found sound has to be there.
 */
export type DeleteOldCopies = Record<symbol, never>;

/**
 * Destroys a person's details for good; nothing takes it back. Past rosters keep a number, evenings from
 * today on lose the person, names on issued papers stay by law.
 */
export type DeletePerson = { person: PersonId, 
/**
 * The person's name, typed once more; marks and case aside.
 */
confirm: string, };

/**
 * Of whom a target is a share. The plan uses two; a rate always names its own.
 */
export type Denominator = "smartphone15" | "people15" | "households" | "people_met";

/**
 * Requests to the desk itself; each answers with the desk's new state. Crosses the wire as the call
 * `desk`.
 */
export type DeskRequest = { "do": "state" } | { "do": "create", path: string | null, beginning: Beginning, } | { "do": "open", path: string, } | { "do": "open_reading", path: string, } | { "do": "open_copy", path: string, } | { "do": "recover", path: string, } | { "do": "accept_trouble" } | { "do": "close" } | { "do": "sign_in", account: AccountId, pin: string, } | { "do": "sign_out" } | { "do": "lock" } | { "do": "stir" } | { "do": "change_pin", old: string, new: string | null, } | { "do": "use_unlock_code", account: AccountId, code: string, };

/**
 * The desk as it stands.
 */
export type DeskState = { file: OpenFile | null, 
/**
 * What is wrong with the open file, or with one that could not be opened.
 */
trouble: Trouble | null, 
/**
 * The open file was rebuilt a moment ago.
 */
rebuilt: Rebuilt | null, 
/**
 * Backups of the open file.
 */
backup: BackupBrief | null, 
/**
 * Who is signed in.
 */
who: AccountRow | null, 
/**
 * The screen waits for the PIN of whoever is signed in.
 */
locked: boolean, 
/**
 * Seconds without a key after which it will; `null`: nobody is signed in, or without a PIN.
 */
idle_seconds: number | null, 
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
offices_folder: string, samples: Array<SampleChoice>, program: Program, };

/**
 * A row of the tables that is not what the journal says.
 */
export type DifferentRow = { 
/**
 * `Phiếu 482-1937, ô 3 “Hộ vắng”: đang là 99, theo nhật ký là 15 (mục 6).`
 */
words: string, 
/**
 * The values: old is what the journal says, new what stands there.
 */
row: EntryRow, 
/**
 * The last entry that wrote the row; `null`: none did.
 */
entry: number | null, };

/**
 * A box on which two people differ; both values, without names.
 */
export type DisputedBox = { no: BoxNo, label: string, 
/**
 * Each value once, in the order of size; `null`: blank. Empty for whoever keyed it second, and for who may
 * still do so.
 */
values: Array<number | null>, };

/**
 * The same as a Word document.
 */
export type DocumentDocx = { id: DocumentId, };

export type DocumentId = number & { readonly __brand: "DocumentId" };

export type DocumentKind = "plan" | "amendment" | "report" | "commendation" | "print_cost" | "notice" | "invitation" | "chase" | "introduction";

/**
 * A document as a PDF: an issued one in the bytes that left the office, a draft as it stands.
 */
export type DocumentPdf = { id: DocumentId, };

/**
 * A document of the campaign.
 */
export type DocumentRow = { id: DocumentId, kind: DocumentKind, 
/**
 * `báo cáo`, `tờ trình khen thưởng`.
 */
kind_word: string, subject: string, 
/**
 * `Số: 75/KH-UBND`, or with room to write.
 */
number_line: string, number: number | null, dated: string | null, 
/**
 * RFC 3339; none while it is a draft.
 */
issued_at: string | null, issued_by_name: string | null, 
/**
 * Of the PDF as it was issued.
 */
pdf_sha256: string | null, 
/**
 * Of the issued files.
 */
pdf_bytes: number | null, docx_bytes: number | null, 
/**
 * The document it amends, and the issued one that amends it.
 */
amends: DocumentId | null, amended_by: DocumentId | null, 
/**
 * What it is about, where that is days or an evening: `01/11/2024 – 15/11/2024`, `20/11/2024, Tổ 1`.
 */
about: string | null, 
/**
 * Whether whoever asks may edit it, and issue it.
 */
can_edit: boolean, can_issue: boolean, };

/**
 * A document with everything that can be edited of it.
 */
export type DocumentView = { row: DocumentRow, head: HeadView, 
/**
 * Empty for an issued plan: its words are in its files.
 */
sections: Array<SectionForm>, nominees: Array<NomineeView>, 
/**
 * Whom the results speak for, beside those already named; of a tờ trình khen thưởng.
 */
proposals: Array<NomineeView>, 
/**
 * What is wrong with the text now, in reading order.
 */
faults: Array<Fault>, fields: Array<FieldView>, };

export type DoneOf = { done: number, all: number, };

/**
 * How the doors of this office are kept.
 */
export type DoorsView = { 
/**
 * Minutes without a key or a movement after which a screen is locked.
 */
idle_minutes: number, roles: Array<string>, rights: Array<RightRow>, unlock: UnlockView, };

/**
 * A ward counts no more, and may come again under any key: for a ward that began a new office file, or one that was
 * taken in by mistake. An administrator's, because it gives up the key that was trusted.
 */
export type DropWard = { id: WardPacketId, };

/**
 * Second papers beside the sheets whose codes they bear, and sheets set aside for having the results of
 * another. Pairs with the same results that nobody has said anything of are among the findings of
 * [`crate::verification::GetVerification`].
 */
export type Duplicates = { 
/**
 * Undecided ones first.
 */
pairs: Array<Pair>, 
/**
 * Each to be admitted again, if it was a sheet of its own.
 */
aside: Array<PairSheet>, };

/**
 * An account's name, role and whether it may sign in. The name is set right, never handed on: whoever takes over
 * gets an account of their own, because what was done is told by who did it.
 */
export type EditAccount = { id: AccountId, name: string, role: Role, active: boolean, };

/**
 * An area changed, or its name spelled right: sheets and evenings follow, also those of before. A new name
 * from a day on is [`super::RenameArea`].
 */
export type EditArea = { id: AreaId, area: AreaForm, };

/**
 * A campaign's name, app, days and hours. Targets that were due on its last day move along with it; evenings
 * still to come that had the old hours take the new ones.
 */
export type EditCampaign = { id: CampaignId, title: string, app: string, starts_on: string, ends_on: string, evening_starts: string, evening_ends: string, };

/**
 * A draft's head, sections or nominees; what is absent stays as it is. A text nothing could be printed with is
 * refused with its place, and nothing is changed.
 */
export type EditDocument = { id: DocumentId, head?: HeadForm, sections?: Array<SectionForm>, nominees?: Array<NomineeForm>, };

/**
 * A force changed; the plan's list of a team's composition follows.
 */
export type EditForce = { id: ForceId, force: ForceForm, };

export type EditMember = { id: MemberId, member: MemberForm, };

/**
 * A person's details corrected, wherever the person is used.
 */
export type EditPerson = { id: PersonId, person: PersonForm, };

/**
 * The plan's text, recipients and signature. What is absent stays as it is. A field the plan does not know is
 * refused by name, and nothing is changed. Number and date are given when it is issued; what was issued stays as
 * it is.
 */
export type EditPlan = { subject: string | null, recipients: Array<string> | null, signature_lines: Array<string> | null, 
/**
 * `PL.(300)`; a blank one is none.
 */
drafter: string | null, sections: Array<SectionEdit>, };

/**
 * Why contacts of people are kept, and the last day they are.
 */
export type EditPrivacy = { purpose: string | null, retain_until: string | null, };

/**
 * The office's name as it is today, signer and contact as typed. What is blank is left to write in on paper;
 * name, place and symbol cannot be.
 */
export type EditProfile = { letterhead: Letterhead, 
/**
 * Lines above the signature: `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH`.
 */
signature_lines: Array<string>, signer: TypedPerson | null, contact: TypedPerson | null, contact_title: string | null, };

/**
 * Other words, another owner or another day. What it is about stays.
 */
export type EditQuery = { id: QueryId, body: string, owner: OwnerForm | null, due_on: string, };

/**
 * An area that leaves the ward, with its people. Its past stays; evenings after its last day must be
 * moved or called off first.
 */
export type EndArea = { id: AreaId, 
/**
 * First day on which it is no more.
 */
on: string, because: string, };

export type EntryFigures = { entry: number, };

/**
 * An entry of the journal, as far as it concerns a cause.
 */
export type EntryLine = { entry: number, 
/**
 * RFC 3339 with offset.
 */
at: string, 
/**
 * None of what the program did by itself.
 */
who: string | null, 
/**
 * In words, a change each: `ô 7: 5 → 8`.
 */
what: Array<string>, 
/**
 * The reason that was given.
 */
why: string | null, 
/**
 * Something was taken back.
 */
is_undo: boolean, };

/**
 * What an entry moved.
 */
export type EntryMoved = { figures: Array<MovedFigure>, 
/**
 * Codes of sheets whose boxes it wrote and that are part of no figure: void, set aside, not back, or a summary.
 */
uncounted: Array<string>, };

/**
 * A row that an entry changed.
 */
export type EntryRow = { 
/**
 * `Phiếu 482-1937, ô 3 “Hộ vắng”`.
 */
what: string, deed: RowDeed, values: Array<EntryValue>, 
/**
 * Whoever asks is keying the sheet a second time: its figures are hidden from them.
 */
hidden: boolean, 
/**
 * Code of the sheet it speaks of: `482-1937`.
 */
code: string | null, };

/**
 * An entry as it is stored and chained.
 */
export type EntryTechnical = { 
/**
 * The deed, as the contract names it.
 */
op: string, format: number, changes: string, 
/**
 * Only the beginning of a long one is shown.
 */
is_cut: boolean, 
/**
 * Links of the chain, in hexadecimal digits.
 */
before: string, link: string, };

/**
 * A value of a row, before and after; `null`: blank, or hidden.
 */
export type EntryValue = { 
/**
 * `ngày bắt đầu`; blank where the row is one value: a box.
 */
label: string, old: string | null, new: string | null, };

/**
 * An entry with every row it changed.
 */
export type EntryView = { line: JournalLine, 
/**
 * One page of its rows.
 */
rows: Array<EntryRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * As it is stored; `null` where it would show somebody who keys a sheet a second time what was keyed first.
 */
technical: EntryTechnical | null, 
/**
 * The entries before and after it.
 */
previous: number | null, next: number | null, };

/**
 * Why a command was refused. A code exists only if someone acts on it or reads its own words.
 */
export type ErrorCode = "no_file" | "file_exists" | "not_an_office_file" | "file_newer" | "file_older" | "file_busy" | "file_damaged" | "file_read_only" | "file_in_use" | "other_office" | "no_good_backup" | "nothing_to_undo" | "nothing_to_recover" | "disk_full" | "not_writable" | "forbidden_name" | "not_printed" | "reopen_needed" | "drive_failed" | "backup_folder" | "backup_busy" | "backup_no_room" | "backup_unsound" | "backup_missing" | "backup_empty" | "backup_truncated" | "backup_foreign" | "backup_newer" | "backup_changed" | "backup_undescribed" | "second_place_unset" | "second_place_gone" | "second_place_inside" | "passphrase_unset" | "passphrase_short" | "wrong_passphrase" | "no_office_open" | "not_signed_in" | "not_allowed" | "unknown_account" | "wrong_pin" | "pin_wait" | "pin_too_short" | "pin_too_weak" | "old_pin_needed" | "locked" | "pin_to_change" | "no_unlock_sheet" | "unlock_code_length" | "unlock_code_group" | "wrong_unlock_code" | "unlock_for_administrators" | "account_exists" | "administrator_pin_first" | "unknown_command" | "bad_request" | "missing" | "blank" | "too_long" | "no_such_sample" | "no_campaign" | "dates_reversed" | "campaign_too_long" | "area_exists" | "area_past_order" | "too_few_areas" | "area_near" | "evenings_left" | "merge_same_evening" | "unknown_area" | "area_twice_that_evening" | "evening_outside_campaign" | "area_not_there" | "evening_over" | "evening_has_returns" | "team_has_sheets" | "hours_reversed" | "end_before_last_evening" | "shift_past_end" | "proposal_stale" | "no_evenings" | "spelling_undecided" | "count_out_of_range" | "no_visits" | "no_sheets" | "too_many_sheets" | "code_length" | "code_check_digit" | "code_check_digit_likely" | "code_unknown" | "qr_foreign" | "qr_newer" | "qr_forged" | "qr_not_in_file" | "sheet_other_campaign" | "unknown_box" | "not_a_count" | "box_twice" | "sheet_locked" | "sheet_void" | "sheet_withdrawn" | "sheet_replaced" | "sheet_unassigned" | "sheet_has_visit" | "sheet_cannot" | "not_a_spare" | "not_replaceable" | "team_of_evening" | "nothing_to_hand_out" | "nothing_to_return" | "sheet_receipted" | "no_receipt" | "nothing_missing" | "evening_locked" | "self_report_locked" | "not_approved" | "approval_blocked" | "nothing_to_approve" | "approval_needs_note" | "copy_of_only_sheet" | "nothing_to_compare" | "not_a_copy" | "not_the_same" | "query_answered" | "sheet_unfinished" | "flag_gone" | "not_a_scan" | "scan_heic" | "scan_too_large" | "scan_too_many_pixels" | "scan_unreadable" | "scan_encrypted" | "scan_active" | "attachments_full" | "attachment_spoilt" | "place_has_postings" | "posting_has_photo" | "photos_full" | "taken_down_before" | "no_posting_places" | "number_out_of_range" | "reason_needed" | "unknown_field" | "unknown_field_likely" | "field_not_alone" | "field_unclosed" | "too_many_points" | "section_without_heading" | "appendix_not_named" | "not_a_link" | "period_reversed" | "template_refused" | "template_nothing" | "report_ahead" | "authority_has_reports" | "report_spoilt" | "own_keying" | "own_second_keying" | "another_keys_again" | "waits_for_third" | "nothing_to_decide" | "second_keying_done" | "second_keying_under_way" | "first_keying_open" | "second_keying_range" | "period_not_after" | "period_past_its_end" | "only_period" | "first_period" | "authority_exists" | "last_administrator" | "own_account" | "evenings_outside" | "unknown_task_field" | "rhythm_out_of_range" | "day_ahead" | "listed_twice" | "more_done_than_people" | "not_self_reporting" | "self_report_has_evenings" | "area_reports_itself" | "sheet_has_evening" | "nothing_to_chase" | "form_without_boxes" | "not_a_box_number" | "box_number_twice" | "meaning_twice" | "target_needs_box" | "control_of_nothing" | "rule_unreadable" | "rule_unknown_box" | "rule_without_box" | "percent_out_of_range" | "target_unlike" | "target_without_box" | "targets_there" | "not_undoable" | "undo_too_late" | "undo_forgotten" | "undo_other_campaign" | "force_exists" | "force_on_rosters" | "team_in_use" | "member_exists" | "member_on_rosters" | "member_out_elsewhere" | "member_left_before" | "team_not_out_then" | "not_a_phone" | "name_not_confirmed" | "person_has_account" | "no_retention" | "not_past_retention" | "export_not_noted" | "no_newer_backup" | "no_entry" | "head_unreadable" | "journal_blind" | "journal_not_noted" | "plan_issued" | "plan_not_issued" | "plan_has_its_screen" | "document_issued" | "document_spoilt" | "number_taken" | "issue_date_ahead" | "issue_date_before_amended" | "nothing_amended" | "amendment_under_way" | "amendment_outdated" | "amendment_says_nothing" | "print_not_noted" | "table_refused" | "table_has_problems" | "paper_overflow" | "paper_glyph" | "paper_qr" | "paper_unproved" | "paper_too_small" | "paper_field" | "headline_too_long" | "steps_out_of_range" | "cancelled" | "no_packet" | "apps_differ" | "titles_differ" | "no_wards" | "internal";

/**
 * Wrong boxes among those keyed a second time, with its uncertainty.
 */
export type ErrorRate = { 
/**
 * Of 1,000 boxes.
 */
per_mille: number, 
/**
 * The 95 % interval.
 */
low: number, high: number, };

/**
 * What second keying has found and what may be left.
 */
export type Estimate = { 
/**
 * Sheets of the campaign that are keyed, and their boxes.
 */
sheets: number, boxes: number, 
/**
 * Sheets keyed twice whole.
 */
twice: number, 
/**
 * Wrong boxes found and mended.
 */
found: number, 
/**
 * Of these sheets, those drawn at random that the estimate rests on, and the wrong boxes on them.
 */
drawn: number, found_drawn: number, 
/**
 * Wrong boxes left, as the random draws let expect; unknown before the first of them.
 */
left: number | null, 
/**
 * No more than these are left, with 95 % confidence. Boxes that somebody is sent to and has not keyed
 * yet count as wrong.
 */
at_most: number, 
/**
 * Wrong boxes the leader's ceiling allows now; none where the mode has no ceiling.
 */
allowed: number | null, 
/**
 * Sheets (or single boxes of a sheet) that somebody is sent to for a reason and that are not done.
 */
waiting: number, 
/**
 * Further sheets to draw until the ceiling is met if nothing more is found.
 */
more: number, 
/**
 * Second keying may stop.
 */
met: boolean, };

/**
 * One evening: its sheets under each other, by area, team and number. Cells are keyed by `set_boxes`.
 */
export type EveningGrid = { on: string, 
/**
 * `thứ Bảy`.
 */
weekday: string, 
/**
 * The forms its sheets were printed under, the newest first; nearly always one.
 */
forms: Array<GridForm>, rows: Array<GridRow>, };

/**
 * An evening in the list of rosters.
 */
export type EveningRow = { visit: VisitId, on: string, weekday: string, starts: string, ends: string, area: AreaId, area_name: string, area_label: string, head: HeadRow, teams: Array<TeamId>, counts: Array<TeamCount>, assigned: number, 
/**
 * People missing to the quotas.
 */
short: number, };

export type Evenings = { evenings: Array<ApprovalEvening>, self_reports: Array<SelfReportRow>, };

export type ExplainReport = { id: ReportId, };

/**
 * Why an issued report would read otherwise today. Whoever is keying a sheet a second time is told that it changed and
 * not how.
 */
export type Explanation = { line: ReportLine, figures: Array<FigureLine>, causes: Array<CauseLine>, };

/**
 * Notes that the journal is taken out; [`JournalXlsx`] and [`JournalLines`] make no file without it.
 */
export type ExportJournal = { form: JournalForm, };

/**
 * Notes that one's contact is taken out; [`PersonTxt`] makes no file without it.
 */
export type ExportPerson = { person: PersonId, };

/**
 * Another last day for the campaign. Number and date of its plan stay; targets that were due on the old
 * last day move along only if asked.
 */
export type ExtendCampaign = { ends_on: string, with_targets: boolean, };

export type Extended = { 
/**
 * Targets whose day moved along.
 */
targets: number, };

/**
 * A sheet that a check does not let pass, with the arithmetic.
 */
export type Failing = { code: string, area_label: string, left: string, right: string, };

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
 * Something wrong, at its place.
 */
export type Fault = { 
/**
 * Place of the section, from 1.
 */
section: number, 
/**
 * Line within the section, from 1; 0 is its heading.
 */
line: number, wrong: Wrong, };

export type FieldLook = { id: string, 
/**
 * In the office's words.
 */
word: string, 
/**
 * The table cannot be without.
 */
needed: boolean, };

/**
 * A field the text may hold, for help beside the editor.
 */
export type FieldView = { 
/**
 * As it is typed, with its braces: `{{lịch}}`.
 */
typed: string, 
/**
 * What it is filled from.
 */
filled_from: string, 
/**
 * Whether it may stand within a line, and whether alone on one.
 */
inline: boolean, alone: boolean, };

/**
 * Which figure of the progress is asked about.
 */
export type Figure = { "of": "numerator", target: TargetId, } | { "of": "denominator", target: TargetId, } | { "of": "meaning", meaning: Meaning, } | { "of": "stage", stage: FunnelStage, } | { "of": "sheets", which: WhichSheets, };

/**
 * A base figure that is part of a figure.
 */
export type FigureBase = { area: string, 
/**
 * `người từ 15 tuổi trở lên`.
 */
what: string, value: number, as_of: string, 
/**
 * From whom; blank where several areas were added up.
 */
source: string, };

/**
 * A box of a sheet with who keyed it.
 */
export type FigureBox = { no: BoxNo, label: string, 
/**
 * `null`: blank, or hidden.
 */
value: number | null, by_id: AccountId | null, by: string | null, 
/**
 * RFC 3339 with offset.
 */
at: string | null, };

/**
 * A figure that reads otherwise today.
 */
export type FigureLine = { 
/**
 * `Toàn đơn vị` or an area.
 */
scope: string, 
/**
 * `Cài mới trong buổi, trong kỳ`.
 */
figure: string, 
/**
 * As the report said it, and as it is now: `85/500 (17 %)`.
 */
then: string, now: string, because: Array<BecauseLine>, };

/**
 * A box and its figure.
 */
export type FigureRow = { no: BoxNo, label: string, 
/**
 * `null`: blank.
 */
value: number | null, };

/**
 * A scan or photo kept with a sheet.
 */
export type FigureScan = { id: AttachmentId, name: string, mime: string, };

/**
 * A sheet that is part of a figure.
 */
export type FigureSheet = { id: SheetId, 
/**
 * `482-1937`.
 */
code: string, kind: SheetKind, kind_word: string, area: string | null, 
/**
 * The evening, or the day a self-report stands for.
 */
on: string | null, team: string | null, 
/**
 * Sheet n of N.
 */
n: number, of: number, state: SheetState, state_word: string, 
/**
 * Boxes that enter the figure; none for a figure of sheets.
 */
boxes: Array<FigureBox>, 
/**
 * What the sheet brings: the sum of the boxes; `null` where all are blank or hidden.
 */
sum: number | null, 
/**
 * Whoever asks is keying it a second time: its figures are hidden from them.
 */
hidden: boolean, 
/**
 * How far its second keying is.
 */
second: Stage, second_word: string, 
/**
 * Why an impossible figure was accepted.
 */
accepted_because: string | null, note: string | null, attachments: Array<FigureScan>, };

/**
 * A figure with what it is made of.
 */
export type FigureView = { 
/**
 * What it counts, where and until when: `Số người đã cài đặt, Hà Trì 1, đến hết ngày 16/11/2024`.
 */
words: string, 
/**
 * As the progress shows it: what the bases and the sheets add up to. `null`: nothing was reported, or whoever asks
 * is keying one of the sheets a second time.
 */
value: number | null, of_bases: number | null, of_sheets: number | null, 
/**
 * Base figures in it, with their days and sources.
 */
bases: Array<FigureBase>, 
/**
 * Areas it leaves out.
 */
left_out: Array<string>, 
/**
 * One page of the sheets behind it, by day, area, team and number.
 */
sheets: Array<FigureSheet>, 
/**
 * How many there are in all.
 */
total: number, };

/**
 * The state of the file.
 */
export type FileCheck = { findings: Array<Finding>, entries: number, 
/**
 * The chain's head as papers print it.
 */
head: string, };

/**
 * Fills evenings up to their quotas in fair turns; who is on them stays.
 */
export type FillRosters = { 
/**
 * None for every evening from today on.
 */
visits: Array<VisitId> | null, };

/**
 * What a proposal comes to.
 */
export type Filled = { people: number, evenings: number, 
/**
 * Still missing to the quotas of those evenings, because a force has too few members.
 */
missing: number, };

/**
 * A cell that is filled.
 */
export type FilledCell = { place: Place, by: FoundBy, 
/**
 * The name, heading or label as the template has it.
 */
found: string, 
/**
 * What it was taken for: `cài mới trong buổi, cộng trong kỳ`.
 */
about: string, 
/**
 * The area of the row; none for a figure of the whole ward.
 */
area: string | null, 
/**
 * What is written, as a person reads it.
 */
value: string, };

/**
 * What filling a template does, or would do.
 */
export type Filling = { 
/**
 * The template's file name.
 */
file: string, cells: Array<FilledCell>, left: Array<LeftCell>, };

/**
 * Looks for a head as an old report prints it; spaces, case and letters for digits do not matter.
 */
export type FindHead = { text: string, };

/**
 * A lost sheet that turned up: it is asked for again.
 */
export type FindSheet = { 
/**
 * Typed code or scanned QR.
 */
code: string, };

/**
 * What was found wrong.
 */
export type Finding = { "kind": "database", message: string, } | { "kind": "journal", entry: number, 
/**
 * `Mục 12 đã bị sửa sau khi ghi.`
 */
words: string, } | { "kind": "tables", 
/**
 * A row each: `Phiếu 482-1937, ô 3 “Hộ vắng”: đang là 99, theo nhật ký là 15 (mục 6).`
 */
rows: Array<string>, 
/**
 * How many differ in all.
 */
total: number, } | { "kind": "attachment", name: string, } | { "kind": "document", number: string, dated: string, } | { "kind": "report", name: string, to: string, } | { "kind": "head", name: string, } | { "kind": "backup", stamp: BackupStamp, } | { "kind": "replay", message: string, };

/**
 * How a flyer is arranged.
 */
export type FlyerDesign = "evening" | "steps" | "invitation";

export type FlyerInks = "colour" | "copier";

/**
 * The flyer of an area as a picture of 1080 × 1350 dots for Zalo and Facebook; of every area with an evening
 * as one archive of pictures.
 */
export type FlyerPicturePng = { area: AreaId | null, design: FlyerDesign | null, 
/**
 * One line or two, with fields such as `{{ứng dụng}}`. Blank is the design's own.
 */
headline: string | null, 
/**
 * Two to five, likewise. None of them are the design's own.
 */
steps: Array<string> | null, };

/**
 * How the campaign's flyers look and what they say. What is blank is the program's own.
 */
export type FlyerSettings = { design: FlyerDesign, 
/**
 * One line or two.
 */
headline: string | null, steps: Array<string>, 
/**
 * Where the QR leads; `null` until somebody has opened and confirmed it, and nothing is printed of it.
 */
link: LinkView | null, 
/**
 * The office's own line for questions.
 */
contact_line: string | null, app_name: string, 
/**
 * Longest line of a headline and longest step, in letters, and how many steps there may be.
 */
most_headline: number, most_step: number, most_steps: number, 
/**
 * Fields that stand for an area's own words: `ứng dụng` is written `{{ứng dụng}}`.
 */
fields: Array<string>, };

/**
 * What flyers are printed on.
 */
export type FlyerSheet = "own" | "a4" | "a3";

/**
 * The finished size, after cutting.
 */
export type FlyerSize = "a4" | "a5" | "a6" | "poster_a4" | "poster_a3" | "strip";

/**
 * Flyers, posters or door strips of one area, or of every area with an evening. The link is printed only if
 * the office has confirmed it.
 */
export type FlyersPdf = { size: FlyerSize, area: AreaId | null, inks: FlyerInks, 
/**
 * A4, or the flyer's own size if it is larger.
 */
sheet: FlyerSheet | null, 
/**
 * Marks to cut at.
 */
marks: boolean, 
/**
 * For a print shop: fields of colour run 3 mm beyond the edge.
 */
bleed: boolean, 
/**
 * Equal sheets for each area; none asked for is one.
 */
sheets: number | null, design: FlyerDesign | null, 
/**
 * One line or two, with fields such as `{{ứng dụng}}`. Blank is the design's own.
 */
headline: string | null, 
/**
 * Two to five, likewise. None of them are the design's own.
 */
steps: Array<string> | null, };

/**
 * A force as typed.
 */
export type ForceForm = { kind: ForceKind, name: string, role: string | null, 
/**
 * People in a team on an evening.
 */
quota: number | null, 
/**
 * In the plan's words; `{{người}}` stands for the person.
 */
detailing: string | null, 
/**
 * Who details the force; without a name, nobody.
 */
detailer_name: string | null, detailer_title: string | null, };

export type ForceId = number & { readonly __brand: "ForceId" };

/**
 * Where a force's people come from, and so who can be short of them.
 */
export type ForceKind = "head" | "local" | "detailed" | "cooperating";

/**
 * A force as its list shows it.
 */
export type ForceRow = { id: ForceId, kind: ForceKind, name: string, role: string | null, quota: number | null, detailing: string | null, detailed_by: PersonId | null, detailer_name: string | null, detailer_title: string | null, detailer_has_phone: boolean, 
/**
 * As the plan's list of a team's composition says it.
 */
plan_line: string, 
/**
 * Members who have not left.
 */
members: number, };

/**
 * Where the people come from, and the teams they go out in.
 */
export type Forces = { 
/**
 * As letters name the office.
 */
office_name: string, forces: Array<ForceRow>, teams: Array<TeamRow>, };

/**
 * How far this morning's keying is.
 */
export type Forecast = { 
/**
 * Sheets still to key.
 */
waiting: number, 
/**
 * Sheets finished today.
 */
finished: number, 
/**
 * Minutes per sheet of those who are at it, all together; `None` with too little to go by.
 */
minutes_per_sheet: number | null, 
/**
 * About when it is done, rounded up to five minutes. `None` with too little to go by, with nothing left,
 * or not today.
 */
done_at: string | null, };

/**
 * A whole form as typed.
 */
export type FormDraft = { control: boolean, indicators: Array<IndicatorDraft>, checks: Array<CheckDraft>, };

/**
 * What is wrong with a draft, and where.
 */
export type FormFault = { spot: Spot, code: ErrorCode, params: { [key in string]: string }, };

export type FormId = number & { readonly __brand: "FormId" };

/**
 * A draft as the paper it would be: one spare sheet that says it is only to look at.
 */
export type FormPreviewPdf = { form: FormDraft, };

export type FormTrial = { faults: Array<FormFault>, 
/**
 * The checks that can be read, in the draft's order.
 */
checks: Array<CheckTrial>, 
/**
 * Sheets with keyed numbers.
 */
sheets: number, 
/**
 * What putting the draft in force would make.
 */
makes: Versioned, };

/**
 * A version of the form, and how many sheets bear it.
 */
export type FormVersion = { id: FormId, version: number, 
/**
 * Sheets numbered under it: they keep it.
 */
sheets: number, 
/**
 * Sheets of it with at least one box keyed.
 */
keyed: number, form: FormDraft, };

/**
 * What an area was called up to and including a day.
 */
export type FormerName = { area: AreaId, until: string, name: string, kind: AreaKind, cluster: string | null, because: string, };

export type Forms = { 
/**
 * The newest first; new sheets are printed in it.
 */
versions: Array<FormVersion>, meanings: Array<MeaningRow>, };

/**
 * How a cell's place was found.
 */
export type FoundBy = "name" | "heading" | "label";

/**
 * A stage people pass through: told, with a smartphone, installed, with an account, activated. All of them are counted
 * among the people met, by the boxes of the sheets.
 */
export type FunnelStage = "informed" | "smartphone" | "installed" | "account" | "activated";

/**
 * A stretch without an item longer than the rhythm allows.
 */
export type Gap = { 
/**
 * The day of the item before it, or the campaign's first.
 */
from: string, 
/**
 * The day of the item that ended it; while it lasts, today or the campaign's last.
 */
to: string, 
/**
 * From one to the other.
 */
days: number, 
/**
 * Nothing has ended it.
 */
open: boolean, };

/**
 * What an amendment would say.
 */
export type GetAmendment = Record<symbol, never>;

/**
 * What is due, late or silent today, and the words to ask for it.
 */
export type GetChase = Record<symbol, never>;

/**
 * Where whoever is signed in left off, in the campaign worked on; `null` where nothing was keyed yet.
 */
export type GetCursor = Record<symbol, never>;

export type GetDocument = { id: DocumentId, };

export type GetDoors = Record<symbol, never>;

export type GetEntry = { entry: number, 
/**
 * Rows to leave out at the beginning.
 */
after: number, };

/**
 * The grid of one evening. A spare is in it once it is used.
 */
export type GetEveningGrid = { on: string, };

/**
 * The sheets and bases behind a figure, a page at a time.
 */
export type GetFigure = { figure: Figure, 
/**
 * `null`: the whole ward.
 */
area: AreaId | null, 
/**
 * One evening; `null`: everything until `to`.
 */
on: string | null, 
/**
 * As in `get_progress`.
 */
to: string | null, 
/**
 * Sheets to leave out at the beginning, and the most to answer (up to 200).
 */
after: number, limit: number, };

export type GetFlyer = Record<symbol, never>;

/**
 * How far this morning's keying is and about when it is done: `xong khoảng 9 giờ 05`.
 *
 * Waiting are the sheets that lie on the table and those the last evening still owes; what is missing for
 * longer is the radar's. Only today's entries of the journal are read.
 */
export type GetForecast = Record<symbol, never>;

/**
 * The guide, whole.
 */
export type GetGuide = Record<symbol, never>;

/**
 * Keys and minutes per sheet, error rates of keyers, share keyed again, wrong boxes that may be left. For those
 * who key and verify: error rates are about persons.
 */
export type GetMeasures = Record<symbol, never>;

export type GetNews = Record<symbol, never>;

export type GetOverview = Record<symbol, never>;

export type GetPlan = Record<symbol, never>;

export type GetPrivacy = Record<symbol, never>;

export type GetProfile = Record<symbol, never>;

/**
 * How far the campaign is at the end of a day; without one, today or the last day with figures.
 */
export type GetProgress = { to: string | null, };

/**
 * Expected against returned, per evening and pair of hands, of evenings that are over.
 */
export type GetRadar = Record<symbol, never>;

export type GetReport = { id: ReportId, };

export type GetReportOutlook = { kind?: ReportKind, 
/**
 * A day of the day or week that is reported; today if absent.
 */
day?: string, 
/**
 * First and last day of a period that is chosen.
 */
from: string | null, to: string | null, 
/**
 * Whom it is sent to; absent: every authority that receives reports on its last day.
 */
authority?: AuthorityId, };

export type GetRoster = { visit: VisitId, };

/**
 * The same words as texts for Zalo, one for each person.
 */
export type GetSheetChase = { evening: string | null, visit: VisitId | null, person: PersonId | null, };

export type GetStatus = Record<symbol, never>;

export type GetTargets = Record<symbol, never>;

export type GetTemplate = { paper: DocumentKind, };

/**
 * What moving an evening to a day, or calling it off (`on` is `null`), would touch. Changes nothing.
 */
export type GetTouched = { visit: VisitId, on: string | null, };

/**
 * The work of second keying as it is now, for whoever is signed in.
 *
 * Nothing of what was first keyed is in it for somebody who may still key that sheet a second time.
 */
export type GetVerification = Record<symbol, never>;

/**
 * Whether this version brought something that nobody at this computer was told of.
 */
export type GetWhatsNew = { 
/**
 * It is told now: not again before the next version.
 */
told: boolean, };

/**
 * A column: a box of a form.
 */
export type GridBox = { no: BoxNo, label: string, group: Group, group_word: string, 
/**
 * The control total.
 */
control: boolean, 
/**
 * Digits after which the cursor moves on by itself.
 */
width: number | null, };

/**
 * The boxes of one version of the form, in the paper's order.
 */
export type GridForm = { version: number, boxes: Array<GridBox>, };

/**
 * A row: a sheet with its figures.
 */
export type GridRow = { code: string, kind: SheetKind, area: AreaId | null, area_label: string, team_name: string | null, n: number, of: number, form_version: number, state: SheetState, state_word: string, 
/**
 * Whether its cells may be keyed now: not once it is locked or void, nor, with its values hidden, by somebody
 * who is keying it a second time.
 */
open: boolean, 
/**
 * Box → value; a blank box is absent, which is not zero.
 */
values: Tally, 
/**
 * Boxes still blank.
 */
missing: Array<BoxNo>, 
/**
 * Boxes that a check speaks of that can never hold, and does not.
 */
impossible: Array<BoxNo>, 
/**
 * Boxes that an unlikely figure speaks of.
 */
unlikely: Array<BoxNo>, accepted_because: string | null, };

/**
 * What a campaign is set up from.
 */
export type Groundwork = { "kind": "empty" } | { "kind": "structure", sample: string, } | { "kind": "earlier", id: CampaignId, };

/**
 * A heading that groups boxes on paper and screen.
 */
export type Group = "households" | "people" | "reasons";

/**
 * A unit with its tasks in the order they are to stand.
 */
export type GroupOrder = { group: TaskGroupId, tasks: Array<TaskId>, };

export type Guide = { version: string, 
/**
 * In the order of a campaign.
 */
chapters: Array<GuideText>, 
/**
 * Newest first.
 */
news: Array<GuideNews>, };

/**
 * A piece of the guide.
 */
export type GuideBlock = { "kind": "heading", words: string, } | { "kind": "paragraph", runs: Array<GuideRun>, } | { "kind": "steps", steps: Array<Array<GuideRun>>, } | { "kind": "points", points: Array<Array<GuideRun>>, } | { "kind": "note", runs: Array<GuideRun>, } | { "kind": "picture", name: string, caption: string, };

/**
 * A chapter of the guide: a task, or a screen.
 */
export type GuideChapter = "start" | "areas" | "schedule" | "teams" | "plan" | "papers" | "keying" | "missing" | "verification" | "progress" | "reports" | "safety" | "people" | "keys";

/**
 * How a run of words is set.
 */
export type GuideKind = "plain" | "name" | "key";

/**
 * What a version brought, in the users' words.
 */
export type GuideNews = { 
/**
 * `0.1.0`.
 */
version: string, blocks: Array<GuideBlock>, };

/**
 * The guide on A4.
 */
export type GuidePdf = Record<symbol, never>;

/**
 * A picture of the guide.
 */
export type GuidePicture = { 
/**
 * As a block calls it.
 */
name: string, };

/**
 * Words of one kind.
 */
export type GuideRun = { set: GuideKind, text: string, };

/**
 * A chapter, read.
 */
export type GuideText = { chapter: GuideChapter, title: string, blocks: Array<GuideBlock>, };

/**
 * Sheets given out: of an evening all that are not out yet, or those of the codes. Spares that go along stay
 * spares until one is used; it is written down who has them.
 */
export type HandOut = { evening: string | null, 
/**
 * Typed codes or scanned QRs; beside them the evening is not looked at.
 */
codes: Array<string>, 
/**
 * `null`: each area's leader, or else the team's head on the roster.
 */
holder: PersonId | null, 
/**
 * `null`: today.
 */
on: string | null, };

/**
 * An evening given to one of the new areas, by its place in the list.
 */
export type Handed = { visit: VisitId, to: number, };

/**
 * Who was given how many.
 */
export type HandedOut = { 
/**
 * `null`: nobody is known to have them.
 */
to: Named | null, sheets: number, spares: number, };

/**
 * How it is known in whose hands a packet is.
 */
export type HandsBy = "given" | "leader" | "head" | "unknown";

/**
 * A paper at a place.
 */
export type HangingRow = { id: PostingId, what: string, copies: number, on: string, by: Named | null, taken_down: string | null, 
/**
 * It can be read there today.
 */
hangs: boolean, note: string | null, photos: Array<AttachmentRow>, };

/**
 * A head of the journal that left the office, and whether it is still in it.
 */
export type HeadCheck = { 
/**
 * `Báo cáo BC-003, số liệu đến 12/11/2024`, `Bản sao lưu số 12 ngày 09/11/2024 19:30`.
 */
name: string, entry: number, is_ours: boolean, };

/**
 * What a draft says beside its sections, as typed. All of it is put anew.
 */
export type HeadForm = { 
/**
 * Trích yếu.
 */
subject: string, 
/**
 * Kính gửi.
 */
addressees: Array<string>, recipients: Array<string>, signature_lines: Array<string>, signer: NamedForm | null, 
/**
 * Mark of who drafted it, and how many copies: `PL.(300)`.
 */
drafter: string | null, 
/**
 * First and last day it speaks of.
 */
from: string | null, to: string | null, 
/**
 * The evening and the team it is about.
 */
visit: VisitId | null, team: TeamId | null, 
/**
 * When and where a meeting is held.
 */
held_on: string | null, 
/**
 * As it is written: `08 giờ 00`.
 */
held_at: string | null, held_in: string | null, };

/**
 * Whether a head that was printed on a paper belongs to this journal.
 */
export type HeadFound = { 
/**
 * The entry it is the head of; `null`: none of this journal's.
 */
line: JournalLine | null, 
/**
 * Entries written since.
 */
since: number, 
/**
 * Where it is not found: a head that differs in a few digits, as papers print it, and its entry.
 */
near: NearHead | null, 
/**
 * As it was read.
 */
read: string, };

/**
 * Who leads a team in an area.
 */
export type HeadRow = { 
/**
 * `Tổ trưởng tổ dân phố`.
 */
title: string, 
/**
 * None while the area has no head.
 */
name: string | null, person: PersonId | null, has_phone: boolean, };

/**
 * The same as shown.
 */
export type HeadView = { subject: string, addressees: Array<string>, recipients: Array<string>, signature_lines: Array<string>, signer: Named | null, drafter: string | null, from: string | null, to: string | null, visit: VisitId | null, team: TeamId | null, held_on: string | null, held_at: string | null, held_in: string | null, };

export type HeadingLook = { row: number, 
/**
 * Its first words.
 */
text: string, };

export type HeatCell = { on: string, 
/**
 * Of several visits of the area on that day the first.
 */
visit: VisitId | null, state: CellState, 
/**
 * What the heat table counts; `null`: nothing was reported.
 */
count: number | null, expected: number, returned: number, 
/**
 * Fully keyed.
 */
keyed: number, 
/**
 * Why it was called off.
 */
cancelled: string | null, };

export type HeatDay = { on: string, 
/**
 * Number of the evening in the campaign, from 1; `null`: nobody goes out.
 */
evening: number | null, 
/**
 * Sum of the day's cells; `null`: nothing was reported.
 */
count: number | null, };

/**
 * Areas by days.
 */
export type HeatTable = { 
/**
 * What the cells count: new installs, or what comes nearest on a form without that box.
 */
meaning: Meaning, 
/**
 * `cài mới trong buổi`.
 */
words: string, 
/**
 * Every day from the first to the last with a visit or of the campaign.
 */
days: Array<HeatDay>, 
/**
 * The largest cell.
 */
most: number | null, 
/**
 * In the office's order; areas that came out of one another are one row.
 */
areas: Array<AreaProgress>, };

/**
 * An area that begins.
 */
export type HeirForm = { name: string, kind: AreaKind, cluster: string | null, };

/**
 * Something found.
 */
export type Hit = { kind: HitKind, title: string, detail: string, 
/**
 * What to open: the id, or a sheet's code.
 */
target: string, };

export type HitKind = "area" | "visit" | "sheet" | "task" | "unit";

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
 * Members of forces from a table: name, title, unit and phone, nothing else. Whoever is there keeps what
 * the table leaves blank.
 */
export type ImportMembers = { table: TableSource, dry_run: boolean, 
/**
 * For lines that name no force.
 */
force: ForceId | null, };

/**
 * Evenings from a table. Evenings that are there stay; none is ever removed. A campaign without any evening
 * whose dates do not hold the table takes its dates from it.
 */
export type ImportSchedule = { table: TableSource, dry_run: boolean, 
/**
 * Areas the office does not have are added, their kind guessed from their names.
 */
create_areas: boolean, 
/**
 * How names are to be spelled that the table writes in several ways.
 */
spellings: Array<SpellingChoice>, };

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
 * Areas a schedule names that the office does not have, and gets.
 */
new_areas: Array<NewAreas>, 
/**
 * Spellings a person decides on before anything is taken over.
 */
questions: Array<SpellingQuestion>, 
/**
 * Numbered names that are missing among their neighbours ("Cầu Đơ 2"): perhaps so in the world, so
 * only worth a look.
 */
gaps: Array<string>, };

/**
 * A box as typed.
 */
export type IndicatorDraft = { 
/**
 * The number to be printed: `7`, `10a`.
 */
no: string, label: string, group: Group, meaning: Meaning, help: string | null, control: boolean, 
/**
 * See [`Indicator::width`]; a width no count has is none.
 */
width: number | null, };

/**
 * A column as typed.
 */
export type IndicatorForm = { 
/**
 * `null`: a new one.
 */
id: UnitIndicatorId | null, label: string, };

/**
 * As [`CheckFile`], answered beside: nobody's key waits for it, and it tells how far it is.
 */
export type InspectFile = Record<symbol, never>;

/**
 * A draft was signed and is given its number and date: from now on its files are the bytes made here, and nothing
 * of it changes. Not taken back: a later change is a document of its own.
 */
export type IssueDocument = { id: DocumentId, number: number, dated: string, };

/**
 * The plan was signed and is given its number and date: what stands in it now is kept as it left the office. Its
 * text can go on changing; what it then lays down otherwise is told by an amendment.
 */
export type IssuePlan = { number: number, dated: string, };

/**
 * A report leaves the office: workbook and document are made and kept, and nothing of them changes from now on. With
 * a number of the register the document is issued under it as every official document is. Not taken back: what was
 * sent was sent; a later report says what has changed.
 */
export type IssueReport = { 
/**
 * Number and day of the document, if it has them already; the day is today if it is absent.
 */
number?: number, dated?: string, 
/**
 * A draft of the office whose words the document has.
 */
draft?: DocumentId, kind?: ReportKind, 
/**
 * A day of the day or week that is reported; today if absent.
 */
day?: string, 
/**
 * First and last day of a period that is chosen.
 */
from: string | null, to: string | null, 
/**
 * Whom it is sent to; absent: every authority that receives reports on its last day.
 */
authority?: AuthorityId, };

/**
 * Which of its files.
 */
export type IssuedFile = "xlsx" | "pdf" | "docx";

/**
 * The plan as it left the office.
 */
export type IssuedPlan = { document: DocumentId, number: number, dated: string, 
/**
 * `Số: 75/KH-UBND`.
 */
number_line: string, 
/**
 * RFC 3339.
 */
issued_at: string, issued_by_name: string | null, pdf_sha256: string, 
/**
 * Amendments issued since, in order.
 */
amendments: Array<DocumentId>, };

/**
 * An issued report, and whether it would read the same today.
 */
export type IssuedReport = { line: ReportLine, 
/**
 * Figures of the same period that read otherwise today.
 */
differing: number, };

/**
 * The issuing body in one period of its life.
 */
export type Issuer = { id: OfficeId, validity: Validity, 
/**
 * Superior body, if the letterhead names one (NĐ 30 box 2), one line each, in upper case.
 */
superior_lines: Array<string>, 
/**
 * Full official name in upper case, broken by hand: `ỦY BAN NHÂN DÂN` / `PHƯỜNG HÀ CẦU`.
 */
name_lines: Array<string>, 
/**
 * As it is called in running text: `UBND phường Hà Cầu`.
 */
short_name: string, 
/**
 * Place before the date (box 4): `Hà Cầu`.
 */
place: string, 
/**
 * Abbreviation in document numbers (box 3): `UBND`.
 */
symbol: string, 
/**
 * The office's own line for questions, printed on flyers; never a person's phone.
 */
contact_line: string | null, };

/**
 * A line with what follows from it.
 */
export type Item = { line: CostLine, 
/**
 * How many there are of what it is counted by.
 */
counted: number | null, 
/**
 * Unknown where that is unknown.
 */
quantity: number | null, 
/**
 * In đồng, exact; unknown where quantity or price is.
 */
amount: number | null, };

export type JobId = number & { readonly __brand: "JobId" };

/**
 * Where a job stands.
 */
export type JobState = { "state": "running", done: number, of: number, } | { "state": "done", file: SavedFile, } | { "state": "answered", answer: unknown, } | { "state": "failed", error: WireError, } | { "state": "cancelled" };

/**
 * What the journal is taken out as.
 */
export type JournalForm = "workbook" | "lines";

/**
 * An entry of the journal.
 */
export type JournalLine = { entry: number, 
/**
 * RFC 3339 with offset.
 */
at: string, 
/**
 * By the name of today; `null`: the program did it by itself.
 */
who: string | null, 
/**
 * `Nhập số vào phiếu`.
 */
deed: string, kind: DeedKind | null, 
/**
 * The one sheet it speaks of: `Phiếu 482-1937 (Hà Trì 1, 09/11/2024)`.
 */
subject: string | null, code: string | null, 
/**
 * Its first rows, one a text: `ô 3 “Hộ vắng”: 12 → 15`.
 */
what: Array<string>, 
/**
 * How many more there are.
 */
more: number, 
/**
 * The reason that was given, with the entry or with a row.
 */
why: string | null, 
/**
 * Something was taken back.
 */
is_undo: boolean, };

/**
 * The whole journal, an entry a line, with the links of its chain: `src-tauri/README.md` says how an outsider
 * verifies it.
 */
export type JournalLines = { 
/**
 * Of [`ExportJournal`].
 */
noted: number, };

/**
 * The note.
 */
export type JournalNoted = { entry: number, };

/**
 * One page of the journal, the latest entry first.
 */
export type JournalPage = { lines: Array<JournalLine>, 
/**
 * Ask for what is before this entry to go on; `null`: that was all. A page may be short of lines, or empty, and
 * still not be the last: words are looked for some hundred entries at a time.
 */
next: number | null, 
/**
 * Number of the journal's last entry.
 */
head: number, };

/**
 * Which entries are asked for; what is left out asks for all.
 */
export type JournalQuery = { who: AccountId | null, 
/**
 * What the program did by itself.
 */
program: boolean, from: string | null, to: string | null, kind: DeedKind | null, evening: string | null, area: AreaId | null, team: TeamId | null, 
/**
 * A sheet's short code.
 */
code: string | null, 
/**
 * A box of that sheet.
 */
no: string | null, 
/**
 * Words of what the journal shows, marks and case aside.
 */
text: string | null, };

/**
 * What came of verifying the journal.
 */
export type JournalVerdict = { entries: number, 
/**
 * The chain's head as papers print it.
 */
head: string, 
/**
 * The first entry at which the chain breaks.
 */
broken: BrokenEntry | null, 
/**
 * The first thing that kept the tables from being rebuilt as they were written.
 */
misfit: BrokenEntry | null, 
/**
 * The first rows that differ, and how many there are in all.
 */
rows: Array<DifferentRow>, rows_total: number, 
/**
 * Heads of issued reports and of backups.
 */
heads: Array<HeadCheck>, is_sound: boolean, };

/**
 * The entries that are asked for as a workbook, each changed value on a row, the earliest first.
 */
export type JournalXlsx = { query: JournalQuery, 
/**
 * Of [`ExportJournal`].
 */
noted: number, };

/**
 * A second paper with a code that is keyed already, as a photocopy bears it: it gets a sheet and a code of
 * its own, to be written on it and keyed for comparison. It counts nothing until somebody says that it is
 * another sheet.
 */
export type KeyCopy = { 
/**
 * Typed code or scanned QR.
 */
code: string, };

/**
 * One person's first keyings.
 */
export type KeyerMeasure = { person: PersonId, 
/**
 * Sheets with a box they keyed; of a sheet keyed by two, each counts it.
 */
sheets: number, 
/**
 * Boxes they keyed, each once.
 */
boxes: number, 
/**
 * Keys pressed, corrections too.
 */
keys: number, keys_per_sheet: number | null, 
/**
 * Pauses of more than two minutes left out; so is what came before the first box after a pause.
 */
minutes_per_sheet: number | null, 
/**
 * Boxes of theirs that were keyed a second time and settled.
 */
checked: number, 
/**
 * Of these, settled on another value.
 */
wrong: number, 
/**
 * `None` before anything of theirs was checked.
 */
errors: ErrorRate | null, };

/**
 * One keyer's measures, with the name as it is now.
 */
export type KeyerRow = { name: string, measure: KeyerMeasure, };

/**
 * A base figure with its date.
 */
export type Known = { value: number, as_of: string, };

/**
 * What an office with few people lacks.
 */
export type Lack = "second_person" | "third_person" | "second_person_gone";

/**
 * The last entry of a journal.
 */
export type LastDeed = { entry: number, 
/**
 * RFC 3339.
 */
at: string, 
/**
 * `null`: the program by itself.
 */
who: string | null, };

export type LeaderForm = { name: string, 
/**
 * `null` leaves the number as it is, because lists do not show it; blank takes it off.
 */
phone: string | null, 
/**
 * The name was wrong before; without it another name is another person.
 */
correction?: boolean, };

/**
 * Something of the template that is left as it is.
 */
export type LeftCell = { place: Place | null, 
/**
 * The heading, label or name; for an area its name.
 */
what: string, why: WhyNotFilled, 
/**
 * `why` in words.
 */
because: string, };

export type LeftRow = { area: AreaId, name: string, evenings: number, why: WhyLeft, };

/**
 * The letterhead as typed.
 */
export type Letterhead = { superior_lines: Array<string>, name_lines: Array<string>, short_name: string, place: string, symbol: string, contact_line: string | null, };

/**
 * A link that somebody of the office has opened and confirmed: only such a one is printed.
 */
export type LinkView = { url: string, confirmed_on: string, 
/**
 * The name; `null` for one taken over from elsewhere.
 */
confirmed_by: string | null, };

/**
 * Accounts that may sign in.
 */
export type ListAccounts = Record<symbol, never>;

/**
 * Every area, past ones too, in the office's order.
 */
export type ListAreas = Record<symbol, never>;

/**
 * Every authority, those of today first.
 */
export type ListAuthorities = Record<symbol, never>;

/**
 * Every campaign of the file, the latest first.
 */
export type ListCampaigns = Record<symbol, never>;

/**
 * Who looked at, took out or deleted contacts, the last one first.
 */
export type ListContactAccess = Record<symbol, never>;

export type ListCosts = Record<symbol, never>;

/**
 * Every document of the campaign, the latest begun first; the plan once it is issued.
 */
export type ListDocuments = Record<symbol, never>;

/**
 * Papers that are one too many.
 */
export type ListDuplicates = { undecided_only: boolean, };

/**
 * Every evening, and every area that reports by itself: how far it is, what stands in the way of approving
 * it, who approved it.
 */
export type ListEvenings = Record<symbol, never>;

/**
 * Every account, those that sign in first.
 */
export type ListEveryAccount = Record<symbol, never>;

export type ListForces = Record<symbol, never>;

/**
 * Every version of the sheet's form, as texts to edit.
 */
export type ListForms = Record<symbol, never>;

export type ListJournal = { query: JournalQuery, 
/**
 * Entries before this one; `null`: from the last.
 */
before: number | null, 
/**
 * The most lines to answer (up to 200).
 */
limit: number, };

/**
 * Every member, those who left too, by given name.
 */
export type ListMembers = Record<symbol, never>;

/**
 * What the office was, is and will be called, the newest first.
 */
export type ListOfficePeriods = Record<symbol, never>;

export type ListOldCopies = Record<symbol, never>;

/**
 * Everybody whose details the office keeps, by given name; also who is used nowhere any more.
 */
export type ListPeople = Record<symbol, never>;

/**
 * Every place of the campaign.
 */
export type ListPostings = Record<symbol, never>;

/**
 * Every batch of the campaign, the latest first.
 */
export type ListPrintings = Record<symbol, never>;

/**
 * Questions about figures, all or those nobody has answered.
 */
export type ListQueries = { open_only: boolean, };

/**
 * Who may know the answer, likeliest first, each once: the head of the area, who was given the sheet, who
 * keyed it, and everybody with an account.
 */
export type ListQueryOwners = { code: string | null, visit: VisitId | null, };

/**
 * Every receipt of the campaign, the latest first.
 */
export type ListReceipts = Record<symbol, never>;

/**
 * Every report of the campaign that was issued, the latest first.
 */
export type ListReports = Record<symbol, never>;

export type ListRosters = Record<symbol, never>;

/**
 * Sheets of one evening, by area, team and number; or, without an evening, a page of the campaign's sheets
 * by serial number: a large campaign's ten thousand never cross the wire at once.
 */
export type ListSheets = { 
/**
 * All sheets of this evening; `null`: a page.
 */
evening: string | null, 
/**
 * Only these, on a page.
 */
which?: SheetsWhich, 
/**
 * The code of the last sheet of the page before; none for the first page.
 */
after?: string, 
/**
 * Sheets on a page, at most and unless said otherwise 500. A shorter page is the last.
 */
limit?: number, };

/**
 * Every printed paper that is stale.
 */
export type ListStale = Record<symbol, never>;

/**
 * Every task by unit, in the plan's order.
 */
export type ListTasks = Record<symbol, never>;

/**
 * Schools and what they reported, outside every rate.
 */
export type ListUnits = Record<symbol, never>;

/**
 * The schedule by evening, with what is wrong with it.
 */
export type ListVisits = Record<symbol, never>;

/**
 * The wards that are held, and what they add up to.
 */
export type ListWards = Record<symbol, never>;

/**
 * A table as it lies there, with what each column would be taken for: shown beside the dry run, so that a
 * person can say it otherwise. It is there also when the table cannot be taken over as it is.
 */
export type Look = { 
/**
 * File name, or "bảng dán".
 */
table: string, 
/**
 * Sheets with something in them; empty for a text.
 */
sheets: Array<string>, sheet: string | null, 
/**
 * Number of the heading's row; 0 if it was said to have none.
 */
heading: number, 
/**
 * Rows that could be the heading instead.
 */
headings: Array<HeadingLook>, columns: Array<ColumnLook>, 
/**
 * What a column can be.
 */
fields: Array<FieldLook>, };

export type LookAtDeletion = { person: PersonId, };

/**
 * What would become of these workbooks; nothing is changed.
 */
export type LookAtPackets = { paths: Array<string>, };

/**
 * A table as it lies there, with what its columns would be taken for: a person can then say it otherwise,
 * also where the table cannot be taken over as it is.
 */
export type LookAtTable = { kind: TableKind, table: TableSource, };

/**
 * What filling a template would write, cell by cell, and what it would leave; nothing is written.
 */
export type LookAtTemplate = { path: string, kind?: ReportKind, 
/**
 * A day of the day or week that is reported; today if absent.
 */
day?: string, 
/**
 * First and last day of a period that is chosen.
 */
from: string | null, to: string | null, 
/**
 * Whom it is sent to; absent: every authority that receives reports on its last day.
 */
authority?: AuthorityId, };

/**
 * A sheet that nobody has any more: it is not asked for, and is still missing.
 */
export type LoseSheet = { 
/**
 * Typed code or scanned QR.
 */
code: string, reason: string, };

/**
 * What the loudspeaker reads out, as a Word file: to an area, or to the whole ward of every area with an
 * evening.
 */
export type LoudspeakerDocx = { area: AreaId | null, };

/**
 * Makes a new unlock sheet; the code of an earlier one opens nothing any more.
 */
export type MakeUnlockSheet = Record<symbol, never>;

/**
 * What a box counts. Rates ask for a meaning, never for a number, so an office may reorder its boxes.
 */
export type Meaning = "households_reached" | "households_met" | "households_absent" | "people_met" | "smartphone" | "installed_before" | "installed_tonight" | "account" | "activated" | "not_installed" | "no_smartphone" | "old_phone" | "unwilling" | "other_reason" | "lacks_identity" | "own";

/**
 * What a box may count, in words.
 */
export type MeaningRow = { meaning: Meaning, word: string, 
/**
 * The heading such a box usually stands under.
 */
group: Group, };

/**
 * How keying goes in the campaign.
 */
export type Measures = { 
/**
 * Who keyed most sheets first.
 */
keyers: Array<KeyerRow>, estimate: Estimate, 
/**
 * Share of the sheets keyed twice whole, between 0 and 1.
 */
share_again: number, 
/**
 * How the estimate is made, and where that is published.
 */
method: string, source: string, };

/**
 * A member as typed.
 */
export type MemberForm = { force: ForceId, person: PersonForm, 
/**
 * Last day of a member who leaves. Rosters stay: those after it are shown as a clash.
 */
left_on: string | null, };

export type MemberId = number & { readonly __brand: "MemberId" };

/**
 * A member as lists show one: never with the phone itself.
 */
export type MemberRow = { id: MemberId, person: PersonId, force: ForceId, force_name: string, 
/**
 * The name, or the number that is left of somebody deleted.
 */
name: string, deleted: boolean, title: string | null, unit: string | null, has_phone: boolean, left_on: string | null, 
/**
 * Evenings that are on and that the member is out on.
 */
evenings: number, };

/**
 * A workbook of members to fill in and take over, with the office's forces to choose from. Nobody is in it.
 */
export type MembersTemplateXlsx = Record<symbol, never>;

/**
 * A step a person can take with one key.
 */
export type Mend = { "do": "move", visit: VisitId, on: string, } | { "do": "add", area: AreaId, on: string, teams: Array<TeamId>, } | { "do": "set_teams", visit: VisitId, teams: Array<TeamId>, } | { "do": "extend", ends_on: string, } | { "do": "print", on: string, };

/**
 * Several areas become one on a day. Their counts stay theirs; their evenings from that day on are the new
 * area's.
 */
export type MergeAreas = { ids: Array<AreaId>, 
/**
 * First day of the new area.
 */
on: string, name: string, kind: AreaKind, cluster: string | null, because: string, };

export type MissingEvening = { on: string, sheets: number, };

/**
 * Missing sheets of an area.
 */
export type MissingPapers = { area: AreaName, sheets: number, 
/**
 * Evenings they are of, the earliest first, each with its number.
 */
evenings: Array<MissingEvening>, 
/**
 * Last day of its self-report, where that is what is missing.
 */
self_report_due: string | null, };

/**
 * An evening moved to another day, or to other hours. Its sheets stay valid and open with the new date.
 */
export type MoveVisit = { id: VisitId, on: string, 
/**
 * Other hours; `null` leaves them.
 */
starts: string | null, ends: string | null, 
/**
 * An evening of that day which takes this one's day in exchange.
 */
swap_with: VisitId | null, 
/**
 * Said by a person: also an evening that is over or whose sheets are back.
 */
confirmed: boolean, };

/**
 * A figure of the progress that an entry moved, as [`crate::progress::GetFigure`] is asked for it.
 */
export type MovedFigure = { 
/**
 * `Cài mới trong buổi, Hà Trì 1, buổi 09/11/2024`.
 */
words: string, figure: Figure, area: AreaId | null, on: string | null, 
/**
 * What a box brought or took; `null` where it cannot be said by boxes alone, or is hidden.
 */
by: number | null, };

/**
 * Whether two names that are nearly alike ("Ngõ", "Ngô") are one.
 */
export type NameChoice = { name: string, other: string, same: boolean, };

/**
 * As shown: never a phone.
 */
export type Named = { person: PersonId, name: string, title: string | null, };

/**
 * As typed. A blank name is nobody.
 */
export type NamedForm = { name: string, title: string | null, };

/**
 * A place that names somebody in words.
 */
export type NamedIn = { 
/**
 * `ghi chú của phiếu`, `Báo cáo số 12/BC-UBND ngày 10/11/2024`.
 */
place: string, 
/**
 * What is written there, by its beginning; blank for a paper.
 */
text: string, };

export type NearHead = { entry: number, head: string, };

/**
 * What is still needed for a goal.
 */
export type Need = { 
/**
 * People (households) at the goal.
 */
goal: number, 
/**
 * How many more until there; 0: reached.
 */
more: number, 
/**
 * Visits to come, until the target's day, of the areas the rate covers.
 */
visits_left: number, 
/**
 * How many more each of them must bring, rounded up; `null` when none is left.
 */
per_visit: number | null, 
/**
 * What a visit with figures has brought on average, to a tenth, and how many such visits there are; `null`:
 * none yet.
 */
pace: number | null, visits_with_figures: number, 
/**
 * `per_visit` by `pace`, to a tenth: above 1 it is more than was reached so far. `null` without a pace, or with a
 * pace of 0.
 */
factor: number | null, };

/**
 * Areas of one kind that come with a schedule.
 */
export type NewAreas = { kind_word: string, names: Array<string>, };

/**
 * First and last day of the campaign.
 */
export type NewDates = { from: string, to: string, };

/**
 * What is printed, now and never again.
 */
export type NewUnlockSheet = { 
/**
 * Six groups of five digits.
 */
groups: Array<string>, 
/**
 * RFC 3339.
 */
made_at: string, 
/**
 * The administrator who made it.
 */
made_by: string, };

/**
 * A duty with a rhythm: at least one item in so many days.
 */
export type NewsDuty = { task: TaskId, unit: string, 
/**
 * Without the plan's marks.
 */
plain: string, every_days: number, standing: Standing, 
/**
 * The day the next item is or was due; `null` once the rhythm asks nothing more.
 */
next: string | null, 
/**
 * The latest first.
 */
items: Array<TaskRecord>, 
/**
 * Stretches longer than the rhythm, the latest first.
 */
gaps: Array<Gap>, };

/**
 * The campaign's news log. Items are recorded with `record_task`.
 */
export type NewsLog = { today: string, starts_on: string, ends_on: string, duties: Array<NewsDuty>, };

/**
 * Whom a tờ trình proposes for commendation.
 */
export type Nominated = { "kind": "area", id: AreaId, } | { "kind": "unit", id: TaskGroupId, } | { "kind": "person", id: PersonId, };

export type NomineeForm = { who: Nominated, reason: string, };

export type NomineeView = { who: Nominated, name: string, reason: string, };

/**
 * Notes that names go out on team cards; [`super::TeamCardsPdf`] prints none without it.
 */
export type NoteTeamCards = { 
/**
 * None: every evening that is on.
 */
evening: string | null, };

/**
 * The area's own sheet, numbered if it has none yet. Its code is the answer.
 */
export type NumberSelfReport = { area: AreaId, };

/**
 * Gives each evening its set of numbered sheets: `count` for each team and `spare` besides, and a summary
 * for the team head; an area that reports by itself gets its one sheet. Sheets that exist keep their codes,
 * so a second run changes nothing; a set never shrinks, because its papers may be out already.
 */
export type NumberSheets = { 
/**
 * Only this evening; `null` for the whole campaign.
 */
evening: string | null, count: number, spare: number, 
/**
 * A phiếu tổng hợp buổi for each evening.
 */
summary: boolean, 
/**
 * Spares without an evening that are to lie ready in the campaign.
 */
loose: number, };

/**
 * What numbering did.
 */
export type Numbered = { made: number, kept: number, };

/**
 * What a target counts. The plan names four stages of people, each its own counter.
 */
export type Numerator = "informed" | "installed" | "account" | "activated" | "households_met";

/**
 * Something that an approver should know.
 */
export type Obstacle = "unfinished" | "disagreement" | "duplicate" | "second_keying" | "missing" | "query" | "total" | "same_results";

/**
 * Something the approver should know: hard ones stand in the way, the others need a note.
 */
export type ObstacleRow = { what: Obstacle, hard: boolean, 
/**
 * Sheets, questions or boxes, as it counts.
 */
count: number, 
/**
 * Codes of the sheets it speaks of; none for a question about a whole evening.
 */
codes: Array<string>, };

/**
 * The issuing office, one row for each period of its name and form.
 */
export type OfficeId = number & { readonly __brand: "OfficeId" };

/**
 * A period in the life of the office.
 */
export type OfficePeriod = { issuer: Issuer, 
/**
 * It is in force today.
 */
now: boolean, };

/**
 * What still holds contacts that were deleted, as far as the program can see it.
 */
export type OldCopies = { 
/**
 * Day of the last deletion; none if nobody was deleted yet.
 */
deleted_on: string | null, 
/**
 * The latest first.
 */
copies: Array<OldCopy>, 
/**
 * A sound backup was made since: without one the old ones are not taken away.
 */
has_newer: boolean, 
/**
 * Papers that were made before, by their names: whether they name somebody is not looked into.
 */
papers: Array<string>, 
/**
 * Other states of the office file beside it, as a recovery leaves them.
 */
others: Array<string>, };

/**
 * A backup that may still hold what was deleted.
 */
export type OldCopy = { number: number, 
/**
 * RFC 3339.
 */
at: string, kind: BackupKind, 
/**
 * When it goes by itself at the latest.
 */
expiry: BackupExpiry, };

export type OpenFile = { path: string, file_name: string, 
/**
 * Begun from a sample: to look around and to practise in.
 */
sample: boolean, 
/**
 * Opened to be looked at: every deed is refused.
 */
read_only: boolean, 
/**
 * All of it is being checked beside, because it was not closed in peace.
 */
checking: boolean, 
/**
 * Boxes keyed before a crash or power cut that opening brought back.
 */
recovered: number, 
/**
 * Records of sheets that are not in this file; they are kept beside it.
 */
unapplied: number, };

/**
 * A question about a sheet, one of its boxes, or a whole visit.
 */
export type OpenQuery = { 
/**
 * Typed code or scanned QR of the sheet; without one, the visit.
 */
code: string | null, visit: VisitId | null, 
/**
 * The printed number of a box, `T` for the control total; `null` for all of them.
 */
box: string | null, 
/**
 * Never about a single resident.
 */
body: string, 
/**
 * Who is asked; `null` while nobody is named.
 */
owner: OwnerForm | null, due_on: string, };

/**
 * Opens a sheet to be keyed a second time, without what was first keyed. Refused to whoever keyed any of it
 * first, whatever the role. Opening writes nothing.
 */
export type OpenSecond = { code: string, };

/**
 * Opens a sheet by its code or QR. Opening writes nothing.
 */
export type OpenSheet = { code: string, };

/**
 * Opens a sheet on which two people differ, to decide from the paper. Only for somebody who keyed none of it:
 * both values are shown, without names.
 */
export type OpenThird = { code: string, };

/**
 * A sheet opened to be keyed a second time.
 */
export type OpenedSecond = { sheet: BlindSheet, 
/**
 * Only these boxes are asked for; `null`: all.
 */
asked: Array<BoxNo> | null, 
/**
 * Why, weightiest first. None: nobody asks for this sheet, and it may be keyed all the same.
 */
reasons: Array<Reason>, };

/**
 * What a check asks of its two sides.
 */
export type Operator = "equal" | "at_most" | "at_least";

/**
 * The lines in another order: every line once, so that an order of a list that has changed meanwhile is refused.
 */
export type OrderCostLines = { ids: Array<CostLineId>, };

/**
 * The forces in the order the plan lists them; those not named keep theirs, after the named.
 */
export type OrderForces = { order: Array<ForceId>, };

/**
 * Puts the targets in an order, as screens and reports show them. Every target is named once.
 */
export type OrderTargets = { ids: Array<TargetId>, };

/**
 * A figure far from what is usual: `ô 7 = 41 trong khi các phiếu cùng đợt thường 0–12`.
 */
export type OutlierRow = { sheet: SheetTag, no: BoxNo, label: string, 
/**
 * `null` for somebody who may still key the sheet a second time.
 */
value: number | null, 
/**
 * Where 98 of 100 sheets lie that are as large.
 */
low: number, high: number, 
/**
 * What accepting it names.
 */
flag: string, };

/**
 * The office, the campaign and how far it is.
 */
export type Overview = { office_name: string, 
/**
 * Screens begin anew when another campaign is worked on.
 */
campaign: CampaignId, campaign_title: string, starts_on: string, ends_on: string, today: string, 
/**
 * Evenings with a visit, and how many of them are past or today.
 */
evenings: number, evenings_begun: number, areas: number, 
/**
 * Sheets the office waits for, back, and fully keyed.
 */
expected: number, returned: number, keyed: number, 
/**
 * Sheets of evenings gone by that the office asks for, two keyings that differ and wait for somebody, and
 * open questions whose day has come.
 */
late: number, disputed: number, queries_due: number, illustration: string | null, link: string | null, 
/**
 * When and by whom it was confirmed.
 */
link_confirmed_on: string | null, link_confirmed_by: string | null, };

/**
 * A day the office set itself.
 */
export type OwnDay = { on: string, name: string, 
/**
 * A public holiday on which people go out all the same.
 */
works: boolean, };

/**
 * Who is asked: somebody the office knows, or a name as typed.
 */
export type OwnerForm = { "kind": "known", person: PersonId, } | { "kind": "named", name: string, title: string | null, };

/**
 * Somebody to ask.
 */
export type OwnerOffer = { person: PersonId, name: string, title: string | null, part: OwnerPart, };

/**
 * Why somebody is likely to know.
 */
export type OwnerPart = "leader" | "holder" | "keyer" | "account";

/**
 * What becomes of a file.
 */
export type PacketAction = "take" | "skip";

/**
 * Why a file is passed over, or what should be known of one that is taken in.
 */
export type PacketCode = "file" | "absent" | "damaged" | "too_large" | "newer" | "forged" | "edited" | "another_campaign" | "invented" | "another_key" | "several_keys" | "same_name" | "same" | "older" | "twice" | "superseded" | "unissued" | "replaces" | "other_layout";

/**
 * One file, and what is done with it.
 */
export type PacketLine = { path: string, file: string, action: PacketAction, 
/**
 * As the ward calls itself; none if the file tells nothing.
 */
ward: string | null, to: string | null, as_of: string | null, 
/**
 * `BC-003`.
 */
report: string | null, 
/**
 * Why it is passed over, or what should be known of it.
 */
reasons: Array<PacketReason>, 
/**
 * The first changed cells, and how many more there are.
 */
edits: Array<CellEdit>, more_edits: number, };

/**
 * A code with the values its words speak of.
 */
export type PacketReason = { code: PacketCode, params: { [key in string]: string }, 
/**
 * Of a file that cannot be read.
 */
problem: Problem | null, };

/**
 * What taking files in did, or would do.
 */
export type PacketsTaken = { 
/**
 * Nothing was changed; this is what would be.
 */
dry_run: boolean, 
/**
 * In the order of the files.
 */
files: Array<PacketLine>, taken: number, skipped: number, };

export type Pair = { 
/**
 * The sheet that was keyed before.
 */
first: PairSheet, 
/**
 * The second paper, under its own code.
 */
second: PairSheet, 
/**
 * In the paper's order; none for somebody who is keying the first a second time, blind.
 */
boxes: Array<PairBox>, differing: number, 
/**
 * Nothing is keyed from the second yet: there is nothing to compare.
 */
blank: boolean, 
/**
 * Nobody has said what it is.
 */
undecided: boolean, 
/**
 * Its evening is approved: opened again, it can be decided.
 */
locked: boolean, };

export type PairBox = { no: BoxNo, label: string, 
/**
 * `null`: blank, which is not zero.
 */
first: number | null, second: number | null, differs: boolean, };

/**
 * One of the two.
 */
export type PairSheet = { code: string, area_label: string, on: string | null, team_name: string | null, n: number, of: number, state: SheetState, state_word: string, 
/**
 * Why it is taken for a duplicate; nothing while nobody has said.
 */
because: string | null, 
/**
 * Who keyed it last; nobody while nothing is keyed, or for what came from a table.
 */
keyed_by: string | null, 
/**
 * RFC 3339 with offset.
 */
keyed_at: string | null, };

/**
 * Pairs up everybody on an evening, each team by itself; pairs that were made by hand are made anew.
 */
export type PairUp = { visit: VisitId, };

/**
 * A kind of paper, as the print room lists it.
 */
export type PaperKind = "plan" | "document" | "sheets" | "flyer" | "poster" | "door_strip" | "flyer_picture" | "loudspeaker" | "team_card" | "introduction" | "chase_slip" | "receipt" | "posting_list" | "form";

/**
 * A sheet's part of a sum.
 */
export type PartRow = { code: string, value: number, };

/**
 * What a command needs. Each command of the contract names exactly one.
 */
export type Permission = "anyone" | "own" | "read" | "key" | "verify" | "set_up" | "print" | "approve" | "accounts";

/**
 * A person as typed: nothing else is ever asked.
 */
export type PersonForm = { name: string, title: string | null, unit: string | null, 
/**
 * `null` leaves the number as it is, because lists do not show it; blank takes it off.
 */
phone: string | null, };

export type PersonId = number & { readonly __brand: "PersonId" };

/**
 * A person whose details the office keeps; never with the phone itself.
 */
export type PersonRow = { person: PersonId, name: string, title: string | null, unit: string | null, has_phone: boolean, uses: Array<UseRow>, 
/**
 * Has an account that is in use, so cannot be deleted.
 */
account: boolean, };

/**
 * Everything the office keeps about one person, where it is used and who looked: what the law lets a person
 * ask for, as a text anybody can open.
 */
export type PersonTxt = { person: PersonId, };

/**
 * What a campaign names a person for.
 */
export type PersonUse = "leader" | "member" | "details" | "responsible" | "unit_contact" | "contact" | "signer" | "holds_sheets" | "brought_sheets" | "answers_queries" | "signs_document" | "nominee" | "posts";

/**
 * What a free text seems to hold of a person. A warning, never a refusal: a number of twelve digits may be a document's.
 */
export type Personal = "phone" | "id_number" | "email";

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
export type PlanDocx = { which?: PlanText, };

/**
 * The plan as a PDF.
 */
export type PlanPdf = { 
/**
 * The living text unless said otherwise.
 */
which?: PlanText, };

/**
 * A section of the plan: a new one has no id.
 */
export type PlanSectionForm = { id: SectionId | null, kind: SectionKind, heading: string | null, text: string, };

/**
 * Which of the plan's texts.
 */
export type PlanText = "living" | "issued";

/**
 * The plan as the office edits it.
 */
export type PlanView = { subject: string, 
/**
 * None while it is a draft.
 */
issued: IssuedPlan | null, sections: Array<Section>, recipients: Array<string>, signature_lines: Array<string>, signer_name: string | null, 
/**
 * Mark of who drafts it, and how many copies.
 */
drafter: string | null, 
/**
 * What is wrong with the text now, in reading order.
 */
faults: Array<Fault>, 
/**
 * Fields the text may hold, for help beside the editor.
 */
fields: Array<FieldView>, };

export type PostingBoard = { today: string, 
/**
 * By area, those of the whole ward last; within an area by name.
 */
places: Array<PostingPlaceRow>, 
/**
 * Areas with nothing to read before their evening, the earliest first.
 */
bare: Array<BareArea>, 
/**
 * Names of people the office knows, to be offered.
 */
people: Array<Named>, };

export type PostingId = number & { readonly __brand: "PostingId" };

/**
 * What an area lacks.
 */
export type PostingLack = "place" | "paper";

/**
 * Places to post at, to take along and tick off: a list for each keeper. Nothing said: every place.
 */
export type PostingListPdf = { keeper: PersonId | null, area: AreaId | null, };

/**
 * A public place where papers are posted.
 */
export type PostingPlaceId = number & { readonly __brand: "PostingPlaceId" };

/**
 * A public place with all that was posted there.
 */
export type PostingPlaceRow = { id: PostingPlaceId, 
/**
 * `null`: it serves the whole ward.
 */
area: AreaId | null, area_label: string | null, name: string, keeper: Named | null, note: string | null, 
/**
 * The latest first.
 */
postings: Array<HangingRow>, };

/**
 * How a subject of a printed batch stands.
 */
export type PrintedState = "current" | "stale" | "replaced";

/**
 * One thing a batch is about.
 */
export type PrintedSubject = { subject: Subject, 
/**
 * The area it is about; none for the plan and for documents.
 */
area_name: string | null, team_name: string | null, 
/**
 * The evening as it is now; none if it was called off.
 */
on: string | null, state: PrintedState, 
/**
 * Where it is stale: what is on paper, and what it ought to say; `null` when there is nothing to print any
 * more. Empty where the whole schedule is meant.
 */
says: string | null, now: string | null, };

export type PrintingId = number & { readonly __brand: "PrintingId" };

/**
 * A batch that was saved to be printed.
 */
export type PrintingRow = { id: PrintingId, kind: PaperKind, 
/**
 * RFC 3339.
 */
at: string, 
/**
 * Who made it.
 */
by: string | null, file_name: string, 
/**
 * Where the file lies, to be opened, printed or shown; `null` if it is gone or a later batch has its name.
 */
path: string | null, 
/**
 * 0: it has none (a picture, a text).
 */
pages: number, 
/**
 * In words: `A5, 2 tờ trên một trang A4; mẫu buổi hẹn; 15 địa bàn`.
 */
made_from: string, 
/**
 * What it is about; empty for a paper that does not speak of the schedule.
 */
subjects: Array<PrintedSubject>, 
/**
 * Of [`Self::subjects`], how many say something that no longer holds.
 */
stale: number, 
/**
 * How to make it again from what holds now; `null` where that was not kept.
 */
again: Again | null, };

/**
 * Why contacts are kept, until when, and how that stands.
 */
export type Privacy = { purpose: string | null, retain_until: string | null, retention: Retention, 
/**
 * People whose details came for this campaign alone, whom [`super::DeleteContacts`] would delete.
 */
people: number, };

/**
 * A fault with its place and the values its words speak of.
 */
export type Problem = { code: ProblemCode, place: Place | null, params: { [key in string]: string }, };

/**
 * A fault of a table or of one of its cells.
 */
export type ProblemCode = "file_unreadable" | "file_too_large" | "unpacks_too_large" | "empty_file" | "not_a_workbook" | "damaged_workbook" | "encrypted" | "word_document" | "pdf_document" | "web_page" | "legacy_text" | "unknown_encoding" | "too_many_rows" | "too_many_columns" | "empty_table" | "heading_missing" | "column_missing" | "column_twice" | "several_tables" | "sheet_missing" | "blank" | "too_long" | "formula_like" | "cell_error" | "legacy_font" | "not_text" | "merged" | "not_a_count" | "count_too_large" | "unknown_kind" | "not_a_date" | "date_serial" | "date_without_year" | "date_month_first" | "date_ambiguous" | "date_maybe_swapped" | "date_out_of_range" | "one_date_only" | "base_without_date" | "name_twice" | "near_duplicate" | "code_twice" | "evening_twice" | "near_existing_area" | "unknown_area" | "evening_outside_campaign" | "evening_cancelled" | "area_not_there" | "area_reports_itself" | "self_report_has_evenings" | "unknown_team" | "code_length" | "code_check_digit" | "code_check_digit_likely" | "code_unknown" | "qr_foreign" | "qr_newer" | "box_not_on_sheet" | "sheet_locked" | "sheet_void" | "template_not_xlsx" | "template_has_macros" | "template_encrypted" | "template_damaged" | "template_signed" | "template_protected" | "not_a_phone" | "member_twice" | "unknown_force" | "force_needed" | "more_problems";

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
contact_line: string | null, 
/**
 * Lines above the signature.
 */
signature_lines: Array<string>, signer_name: string | null, 
/**
 * Whom teams report to.
 */
contact_name: string | null, contact_title: string | null, 
/**
 * Where the flyers' QR leads, once confirmed.
 */
link: LinkView | null, };

/**
 * The program itself, as whoever asks after it is told.
 */
export type Program = { 
/**
 * `1.2.0`.
 */
version: string, 
/**
 * Where this computer's own choices lie.
 */
settings_folder: string, 
/**
 * Where the log lies; `null`: this start of the program keeps none.
 */
logs_folder: string | null, };

/**
 * How far a campaign is on a day.
 */
export type Progress = { title: string, starts_on: string, ends_on: string, 
/**
 * The day the figures stand for: everything to its end is in them.
 */
as_of: string, today: string, 
/**
 * Said beside every figure when the figures are invented.
 */
illustration: string | null, 
/**
 * Buổi: visits that are on, by the day the figures stand for and in the whole campaign.
 */
visits: DoneOf, 
/**
 * The same in evenings: several areas may have one evening.
 */
evenings: DoneOf, sheets: SheetsDue, 
/**
 * In the office's order.
 */
targets: Array<TargetProgress>, heat: HeatTable, 
/**
 * The funnel, each stage its own counter.
 */
stages: Array<StageProgress>, 
/**
 * Why people have not installed; none where no form asks.
 */
reasons: Array<ReasonProgress>, 
/**
 * Areas whose papers are missing, the most first.
 */
missing: Array<MissingPapers>, ranking: Ranking, };

/**
 * The progress of a day on one page; without a day, as [`super::GetProgress`] says it.
 */
export type ProgressPdf = { to: string | null, };

export type Proposal = { evenings: Array<ProposalRow>, wishes: Array<WishRow>, left: Array<LeftRow>, 
/**
 * Evenings that stay where they are.
 */
kept: number, 
/**
 * Evenings that give way.
 */
replaced: number, 
/**
 * The clashes of the schedule as it would be.
 */
clashes: Array<ClashRow>, };

export type ProposalRow = { on: string, weekday: string, area: AreaId, area_name: string, team: TeamId, team_name: string, };

/**
 * What a schedule is to be like.
 */
export type ProposeForm = { from: string, 
/**
 * `null`: the campaign's last day.
 */
to: string | null, 
/**
 * From Monday: days on which teams go out.
 */
weekdays: [boolean, boolean, boolean, boolean, boolean, boolean, boolean], skip_days_off: boolean, 
/**
 * Most evenings on one day; `null`: as many as there are teams.
 */
per_day: number | null, 
/**
 * Households a team does in one evening; `null`: one evening an area.
 */
households: number | null, wishes: Array<AreaWish>, 
/**
 * Evenings that are there stay. Otherwise only those that are over, of today, or have sheets do.
 */
keep: boolean, };

/**
 * Whom the program would put on an evening beside those already there; nothing is changed.
 */
export type ProposeRoster = { visit: VisitId, };

/**
 * A schedule laid out, with nothing changed yet.
 */
export type ProposeSchedule = { form: ProposeForm, };

export type ProposedEvening = { on: string, area: AreaId, team: TeamId, };

export type ProposedLine = { member: MemberId, team: TeamId, name: string, };

/**
 * An authority as typed: a new one, or one changed. Reports go to those that are there on the day of the report.
 */
export type PutAuthority = { 
/**
 * `null`: a new one.
 */
id: AuthorityId | null, name: string, 
/**
 * After "Kính gửi:"; blank is the name.
 */
address: string, from: string | null, to: string | null, };

/**
 * Base figures of an area at a date, from a source. Unknown stays blank.
 */
export type PutBase = { area: AreaId, as_of: string, source: string, households: number | null, people_15: number | null, smartphone_15: number | null, installed: number | null, };

/**
 * A line of the estimate: a new one after the last, or one that is there put right.
 */
export type PutCostLine = { 
/**
 * `null`: a new one.
 */
id: CostLineId | null, line: CostForm, };

/**
 * A day of the office's own on which nobody goes out; or a public holiday on which people do (`works`).
 * Evenings on a day off are only warned of.
 */
export type PutDayOff = { on: string, name: string, works: boolean, };

/**
 * Design, headline and steps of the campaign's flyers, posters, strips and pictures.
 */
export type PutFlyer = { design: FlyerDesign, 
/**
 * One line or two; blank: the program's own.
 */
headline: string | null, 
/**
 * Two to five, blank ones left out; none: the program's own.
 */
steps: Array<string>, };

/**
 * Makes a draft the form of new sheets. Once a sheet was numbered under the newest version a new version
 * is made, because papers may be out; before that the newest is replaced.
 */
export type PutForm = { form: FormDraft, };

/**
 * All sections of the plan in their order: what is not named is removed. A text nothing could be printed with is
 * refused with its place, and nothing is changed.
 */
export type PutPlanSections = { sections: Array<PlanSectionForm>, };

/**
 * A paper that was put up at a place: a new record, or one that is there put right.
 */
export type PutPosting = { 
/**
 * `null`: a new one.
 */
id: PostingId | null, place: PostingPlaceId, 
/**
 * `Áp phích A3`.
 */
what: string, copies: number, on: string, 
/**
 * Who put it up.
 */
by: NamedForm | null, taken_down: string | null, note: string | null, };

/**
 * A public place where papers are posted: a new one, or one that is there in other words.
 */
export type PutPostingPlace = { 
/**
 * `null`: a new one.
 */
id: PostingPlaceId | null, 
/**
 * `null`: it serves the whole ward.
 */
area: AreaId | null, name: string, 
/**
 * Who sees to it.
 */
keeper: NamedForm | null, note: string | null, };

/**
 * Adds a target after the others, or changes one.
 */
export type PutTarget = { 
/**
 * `null`: a new one.
 */
id: TargetId | null, 
/**
 * Where the plan states it: `I.2`; may be blank.
 */
clause: string, name: string, counts: Numerator, of: Denominator, 
/**
 * Whole percent, 1 to 100.
 */
goal: number, by: string, };

/**
 * A task: a new one after the group's last, or one that is there in other words. The plan's document
 * prints it as it is here.
 */
export type PutTask = { 
/**
 * `null`: a new one.
 */
id: TaskId | null, group: TaskGroupId, text: string, every_days: number | null, due_on: string | null, responsible: NamedForm | null, state: TaskState, note: string | null, };

/**
 * A unit of part II: a new one after the last, or another name for one that is there.
 */
export type PutTaskGroup = { 
/**
 * `null`: a new one.
 */
id: TaskGroupId | null, unit: string, };

/**
 * The office's own wording of a kind, for documents begun from now on; without sections the program's is used
 * again.
 */
export type PutTemplate = { paper: DocumentKind, sections: Array<SectionForm>, };

/**
 * A school's name, deadline and who answers for it.
 */
export type PutUnit = { id: UnitId, name: string, due_on: string | null, contact: NamedForm | null, };

/**
 * What a school reported of a day. Columns that are not named stay as they are.
 */
export type PutUnitFigures = { unit: UnitId, as_of: string, values: Array<UnitValue>, };

/**
 * What schools count, in order. A column that is not named any more goes with its figures; a blank one is
 * passed over.
 */
export type PutUnitIndicators = { indicators: Array<IndicatorForm>, };

export type Queries = { today: string, 
/**
 * Open ones first, by the day they are due.
 */
rows: Array<QueryRow>, };

/**
 * A question about figures, with somebody to answer it.
 */
export type QueryId = number & { readonly __brand: "QueryId" };

/**
 * A question with what it is about.
 */
export type QueryRow = { id: QueryId, 
/**
 * The sheet's; none for a question about a whole visit.
 */
code: string | null, visit: VisitId | null, area_label: string, on: string | null, team_name: string | null, box: BoxNo | null, box_label: string | null, body: string, owner: Named | null, due_on: string, 
/**
 * Days past its day, while it is open.
 */
overdue: number | null, opened_by: string, 
/**
 * RFC 3339 with offset.
 */
opened_at: string, answer: string | null, answered_by: string | null, answered_at: string | null, 
/**
 * Answers that did not settle it, oldest first.
 */
earlier: Array<string>, };

/**
 * What is missing now.
 */
export type Radar = { expected: number, back: number, missing: number, 
/**
 * Of the missing sheets, those of evenings the office has opened after.
 */
late: number, summaries_missing: number, lost: number, 
/**
 * The latest first; self-reports stand under their last day.
 */
evenings: Array<RadarEvening>, 
/**
 * The longest awaited first.
 */
packets: Array<RadarPacket>, };

/**
 * An evening that is over.
 */
export type RadarEvening = { on: string, weekday: string, expected: number, back: number, missing: number, lost: number, late: boolean, 
/**
 * Summaries that are back, and that are missing.
 */
summaries_back: number, summaries_missing: number, };

/**
 * One evening's sheets in one person's hands, of which some are missing.
 */
export type RadarPacket = { 
/**
 * `null`: the tally of an area that reports by itself.
 */
visit: VisitId | null, area: AreaId, area_label: string, 
/**
 * The evening, or the last day of a self-report.
 */
on: string, 
/**
 * `thứ Bảy`.
 */
weekday: string, 
/**
 * In whose hands; `null` if nobody is known.
 */
hands: Named | null, hands_by: HandsBy, 
/**
 * Since when it is expected.
 */
due: string, 
/**
 * The office has opened since.
 */
late: boolean, 
/**
 * Whole hours since it is expected.
 */
hours: number, 
/**
 * `11 giờ`, `3 ngày`.
 */
age: string, 
/**
 * Summaries are not among these.
 */
expected: number, back: number, missing: number, 
/**
 * Among the expected, and not asked for.
 */
lost: number, 
/**
 * Printed and not handed out while others were: not expected.
 */
kept: number, 
/**
 * What is missing, by team and number; none for a self-report that was never numbered.
 */
sheets: Array<RadarSheet>, 
/**
 * The team head's summary, if it is missing.
 */
summary: RadarSheet | null, };

/**
 * A sheet that is not back.
 */
export type RadarSheet = { code: string, kind: SheetKind, team: TeamId | null, team_name: string | null, n: number, of: number, state: SheetState, state_word: string, };

/**
 * Lowest and highest value of a rate: the people whom nobody has met yet all without, or all with. It holds the
 * rate itself.
 */
export type RangeView = { low: number, high: number, low_percent: number, high_percent: number, 
/**
 * People (households) of the denominator not met yet: those of absent households among them.
 */
unmet: number, };

export type RankedArea = { 
/**
 * From 1; areas that are level have the same, and the next place is left out.
 */
place: number, level: boolean, area: AreaName, 
/**
 * Percentage points above (below: negative) the goal it is nearest to, and the target that is.
 */
margin: number, target: TargetId, 
/**
 * Every goal is reached.
 */
reached: boolean, 
/**
 * Something to look at before it is signed: a rate above 100 %, sheets that are not back.
 */
doubt: string | null, };

/**
 * Areas by how far they are above the goal they are nearest to, for commendation.
 */
export type Ranking = { ranked: Array<RankedArea>, 
/**
 * Areas with a rate that is not known: never ranked.
 */
apart: Array<UnrankedArea>, };

/**
 * A rate with everything needed to stand behind it.
 */
export type Rate = { 
/**
 * Unknown (`None`) when nothing was reported.
 */
numerator: number | null, 
/**
 * Unknown when no area has the base figure.
 */
denominator: number | null, 
/**
 * Per cent; may exceed 100.
 */
percent: number | null, 
/**
 * Areas left out of both because their base is blank.
 */
without_base: Array<AreaId>, 
/**
 * Some covered area has no dated count of earlier installs, so only people met are counted
 * ("trong số đã gặp").
 */
among_met: boolean, };

/**
 * A rate with what it is made of.
 */
export type RateView = { 
/**
 * `null`: nothing was reported.
 */
numerator: number | null, 
/**
 * `null`: no area has the base figure.
 */
denominator: number | null, percent: number | null, 
/**
 * More was counted than there should be: worth a look at bases and sheets, no refusal.
 */
over_100: boolean, 
/**
 * Only people met are counted: an area has no dated count of earlier installs ("trong số đã gặp").
 */
among_met: boolean, };

/**
 * How a table is to be read; empty, the headings say it.
 */
export type Reading = { 
/**
 * A sheet of the workbook; without it the one sheet that holds such a table.
 */
sheet: string | null, 
/**
 * Number of the heading's row, as addresses count it; 0 if the table has none.
 */
heading: number | null, 
/**
 * Columns whose heading says too little or something else.
 */
columns: Array<ColumnChoice>, 
/**
 * Names that are nearly alike.
 */
names: Array<NameChoice>, };

/**
 * Why a sheet is keyed a second time.
 */
export type Reason = "all" | "every_nth" | "failed_check" | "total_mismatch" | "soft_accepted" | "outlier" | "keyer" | "random";

/**
 * Why people met have not installed.
 */
export type ReasonProgress = { meaning: Meaning, 
/**
 * `không có điện thoại thông minh`.
 */
words: string, count: number | null, 
/**
 * Share of those who have not installed; `null` for what is no part of them.
 */
share: number | null, };

/**
 * What a file was rebuilt from.
 */
export type Rebuilt = { backup: BackupStamp, 
/**
 * Times that boxes were keyed since, all of them brought back.
 */
keyed: number, 
/**
 * Other deeds since (areas, evenings, documents …) that are to be done again; `null`: not known.
 */
missing: number | null, 
/**
 * Under which name the damaged file is kept.
 */
aside: string | null, };

/**
 * A packet's receipt on one A4 page, twice: for the office and for whoever brought it.
 */
export type ReceiptPdf = { number: number, };

/**
 * A receipt in a list.
 */
export type ReceiptRow = { number: number, 
/**
 * RFC 3339.
 */
at: string, 
/**
 * `null`: nobody was named, or the person was deleted.
 */
brought_by: string | null, 
/**
 * Who took the packet in.
 */
taken_by: string, sheets: number, 
/**
 * Evenings whose sheets are on it.
 */
evenings: Array<string>, };

export type RecordId = number & { readonly __brand: "RecordId" };

/**
 * What was done for a task on a day, and where it can be seen. A task nobody had begun is under way from
 * then on.
 */
export type RecordTask = { task: TaskId, on: string, note: string, 
/**
 * A link, a document number, a place.
 */
proof: string | null, 
/**
 * Nothing more is to be done for it.
 */
finished: boolean, };

/**
 * Removes a scan or photo for good: its bytes are overwritten in the file and its log. The journal keeps that
 * it was there, its hash, and the reason. Backups made before keep it until they are thinned out.
 */
export type RemoveAttachment = { id: AttachmentId, reason: string, };

/**
 * An authority that was written down by mistake. One that no longer receives reports gets a last day instead, so
 * that an old report still names it.
 */
export type RemoveAuthority = { id: AuthorityId, };

/**
 * A dated set of base figures that was wrong is taken out; the journal keeps it.
 */
export type RemoveBase = { area: AreaId, base: BaseId, };

export type RemoveCostLine = { id: CostLineId, };

/**
 * The office's own word on a day is taken back; a public holiday is one again.
 */
export type RemoveDayOff = { on: string, };

/**
 * A draft nobody needs. What was issued stays.
 */
export type RemoveDraft = { id: DocumentId, };

/**
 * A force taken off with its members, unless one of them is on a roster: what was, stays readable.
 */
export type RemoveForce = { id: ForceId, };

/**
 * A member entered by mistake, who is on no roster. The person stays until deleted.
 */
export type RemoveMember = { id: MemberId, };

/**
 * The newest name was a mistake: the one before it goes on.
 */
export type RemoveOfficePeriod = Record<symbol, never>;

/**
 * Removes a photo for good; the journal keeps that it was there, its hash, and the reason.
 */
export type RemovePhoto = { id: AttachmentId, reason: string, };

/**
 * A record written down by mistake. With a photo it stays until the photo is gone: that one cannot be taken
 * back.
 */
export type RemovePosting = { id: PostingId, };

/**
 * A place taken off the list. Where something was posted, it stays: what hung there is part of the record.
 */
export type RemovePostingPlace = { id: PostingPlaceId, };

/**
 * A record written down by mistake.
 */
export type RemoveRecord = { id: RecordId, };

/**
 * Takes a target out. Nothing counted is lost: rates are made anew from the sheets each time.
 */
export type RemoveTarget = { id: TargetId, };

/**
 * A task taken out of the plan, with all that was recorded for it.
 */
export type RemoveTask = { id: TaskId, };

/**
 * A unit taken out of the plan, with its tasks and all that was recorded for them.
 */
export type RemoveTaskGroup = { id: TaskGroupId, };

/**
 * A team taken off, if no evening and no sheet names it.
 */
export type RemoveTeam = { id: TeamId, };

/**
 * A school taken off the list, with its figures.
 */
export type RemoveUnit = { id: UnitId, };

/**
 * An area called otherwise from a day on, with whatever else of it changes. Papers of evenings before keep
 * its old name; a slip of the pen is mended by [`EditArea`] alone.
 */
export type RenameArea = { id: AreaId, 
/**
 * First day of the new name.
 */
from: string, area: AreaForm, 
/**
 * The decision, in the office's words.
 */
because: string, };

/**
 * From a day on the office is called something else: renamed, merged, under another authority. Papers dated
 * before keep the name they had.
 */
export type RenameOffice = { from: string, letterhead: Letterhead, };

export type RenameTeam = { id: TeamId, name: string, };

/**
 * Opens an approved evening again, so that its figures can be mended. The reason is kept in the journal.
 */
export type ReopenEvening = { on: string, reason: string, };

/**
 * A question that its answer did not settle is open again; the answer stays beside it.
 */
export type ReopenQuery = { id: QueryId, };

/**
 * As [`ReopenEvening`], for an area that reports by itself.
 */
export type ReopenSelfReport = { area: AreaId, reason: string, };

/**
 * The order of the whole list; a task may come under another unit. Every unit and every task is named
 * once, so that an order of a list that has changed meanwhile is refused.
 */
export type ReorderTasks = { groups: Array<GroupOrder>, };

/**
 * A spare takes the place of a spoilt or lost sheet: its evening, team and number. The other is void from
 * then on, and its code says which sheet stands for it. The answer is the spare.
 */
export type ReplaceSheet = { 
/**
 * Code of the spoilt or lost sheet.
 */
code: string, 
/**
 * Code of the spare.
 */
by: string, 
/**
 * May be absent where the sheet is lost or void already, for a reason that was given then.
 */
reason: string | null, };

/**
 * What a call answers: the answer, and the tables it changed, so that a screen reads only those again.
 */
export type Reply = { answer: unknown, changed: Array<string>, 
/**
 * The deed's entry in the journal, by which `undo` takes it back.
 */
undo: number | null, };

/**
 * The same as a Word document.
 */
export type ReportDocumentDocx = { draft?: DocumentId, kind?: ReportKind, 
/**
 * A day of the day or week that is reported; today if absent.
 */
day?: string, 
/**
 * First and last day of a period that is chosen.
 */
from: string | null, to: string | null, 
/**
 * Whom it is sent to; absent: every authority that receives reports on its last day.
 */
authority?: AuthorityId, };

/**
 * The report document of the same period and figures as the workbook: in the words of a draft of the office, or in
 * those a báo cáo usually has.
 */
export type ReportDocumentPdf = { draft?: DocumentId, kind?: ReportKind, 
/**
 * A day of the day or week that is reported; today if absent.
 */
day?: string, 
/**
 * First and last day of a period that is chosen.
 */
from: string | null, to: string | null, 
/**
 * Whom it is sent to; absent: every authority that receives reports on its last day.
 */
authority?: AuthorityId, };

/**
 * A file of an issued report, in the bytes that left the office.
 */
export type ReportFile = { id: ReportId, file: IssuedFile, };

/**
 * The template filled with the figures of a period as they stand now, as a file of its own.
 */
export type ReportFilled = { path: string, kind?: ReportKind, 
/**
 * A day of the day or week that is reported; today if absent.
 */
day?: string, 
/**
 * First and last day of a period that is chosen.
 */
from: string | null, to: string | null, 
/**
 * Whom it is sent to; absent: every authority that receives reports on its last day.
 */
authority?: AuthorityId, };

/**
 * A report as it left the office.
 */
export type ReportId = number & { readonly __brand: "ReportId" };

/**
 * Which report of a campaign it is; the period follows from it, but for one the office chooses.
 */
export type ReportKind = "daily" | "weekly" | "final" | "custom";

/**
 * An issued report.
 */
export type ReportLine = { id: ReportId, 
/**
 * As it stands in the footers of its files: `BC-003`.
 */
name: string, kind: ReportKind, 
/**
 * `báo cáo tuần`.
 */
kind_word: string, 
/**
 * Its days; without a first one it goes from the beginning.
 */
from: string | null, to: string, as_of: string, 
/**
 * Whom it was sent to; none where every authority was meant.
 */
authority: string | null, 
/**
 * RFC 3339.
 */
issued_at: string, issued_by: string, 
/**
 * Head of the journal before it was issued, as its files print it.
 */
head: string, 
/**
 * The document of the register that went with it: `Số: 75/BC-UBND`.
 */
document: DocumentId | null, number_line: string | null, 
/**
 * Bytes of its files.
 */
xlsx_bytes: number, pdf_bytes: number, docx_bytes: number, 
/**
 * Of the workbook as it was issued.
 */
xlsx_sha256: string, };

/**
 * What a report would hold if it were made now.
 */
export type ReportOutlook = { kind: ReportKind, 
/**
 * `báo cáo tuần`.
 */
kind_word: string, 
/**
 * Its days; without a first one it goes from the beginning.
 */
from: string | null, to: string, 
/**
 * The day its figures stand for.
 */
as_of: string, 
/**
 * Whom it is addressed to.
 */
authorities: Array<string>, 
/**
 * Sheets of the period that are waited for, and those that are back.
 */
expected: number, returned: number, 
/**
 * Areas with figures to the period's last day, of how many.
 */
reported: number, areas: number, 
/**
 * Evenings of the period that lie behind, and those of them nobody has approved.
 */
evenings: number, unapproved: number, 
/**
 * The number it would be issued under: `BC-003`.
 */
next: string, };

/**
 * The workbook of a period for the receiving authority, as its figures stand now.
 */
export type ReportXlsx = { kind?: ReportKind, 
/**
 * A day of the day or week that is reported; today if absent.
 */
day?: string, 
/**
 * First and last day of a period that is chosen.
 */
from: string | null, to: string | null, 
/**
 * Whom it is sent to; absent: every authority that receives reports on its last day.
 */
authority?: AuthorityId, };

/**
 * The state of a backup beside the present.
 */
export type RestoreLook = { stamp: BackupStamp, 
/**
 * `UBND phường Hà Cầu`.
 */
office: string, 
/**
 * None if no file is open.
 */
now: RestoreSide | null, then: RestoreSide, 
/**
 * Sheets that would be otherwise, those first that lose most.
 */
sheets: Array<RestoredSheet>, 
/**
 * How many there are in all; the list holds the first of them.
 */
sheets_in_all: number, 
/**
 * Entries of the journal made since; `null`: the present is no later state of this backup.
 */
deeds: number | null, };

/**
 * One of the two states.
 */
export type RestoreSide = { campaign: string, sheets: number, 
/**
 * Sheets with a number in some box.
 */
keyed: number, targets: Array<TargetStatus>, last: LastDeed | null, };

export type RestoredBox = { no: string, now: number | null, then: number | null, };

/**
 * A sheet that would be otherwise.
 */
export type RestoredSheet = { code: string, area: string | null, 
/**
 * It is not in the backup: its code was given later.
 */
is_gone: boolean, 
/**
 * Boxes that would change: their number, as they are, as they would be.
 */
boxes: Array<RestoredBox>, };

/**
 * How long contacts of a campaign are still kept.
 */
export type Retention = { "state": "unsaid" } | { "state": "kept", until: string, } | { "state": "overdue", until: string, } | { "state": "cleared", until: string, };

/**
 * A packet of sheets that somebody brought back: they are in the office from now on, and the packet gets a
 * numbered receipt. A sheet that was keyed before is put on it all the same. Receipts are never taken back,
 * so that no number is missing.
 */
export type ReturnSheets = { 
/**
 * Typed codes or scanned QRs.
 */
codes: Array<string>, 
/**
 * Without codes: everything of this evening that is still out.
 */
visit: VisitId | null, 
/**
 * Of one team; `null`: of all.
 */
team: TeamId | null, brought_by: PersonId | null, };

/**
 * The receipt's number, and how many sheets are on it.
 */
export type Returned = { number: number, sheets: number, };

/**
 * One right, and which roles have it: the table that is enforced, in words.
 */
export type RightRow = { permission: Permission, words: string, 
/**
 * In the order of [`DoorsView::roles`].
 */
may: Array<boolean>, };

/**
 * What a person at the program may be.
 */
export type Role = "clerk" | "leadership" | "outreach" | "administrator";

/**
 * One evening's roster, with who else could go.
 */
export type Roster = { visit: VisitId, head: HeadRow, lines: Array<RosterMember>, 
/**
 * Who could still go, out least often first.
 */
free: Array<RosterMember>, };

/**
 * What is wrong with who goes out. Hard ones cannot happen in the world; soft ones are worth a look.
 */
export type RosterClash = { "kind": "member_twice", member: MemberId, on: string, visits: Array<VisitId>, } | { "kind": "team_not_out", visit: VisitId, on: string, team: TeamId, people: number, } | { "kind": "member_left", member: MemberId, visit: VisitId, on: string, } | { "kind": "no_head", visit: VisitId, on: string, } | { "kind": "short", visit: VisitId, on: string, team: TeamId, force: ForceId, missing: number, } | { "kind": "over", visit: VisitId, on: string, team: TeamId, force: ForceId, extra: number, } | { "kind": "overload", member: MemberId, from: string, to: string, evenings: number, };

/**
 * A clash with the names it speaks of.
 */
export type RosterClashRow = { hard: boolean, clash: RosterClash, 
/**
 * The member, the force or the team.
 */
name: string, 
/**
 * Areas of the evenings.
 */
areas: Array<string>, };

export type RosterLine = { member: MemberId, team: TeamId, pair: number | null, };

/**
 * Somebody on a roster, or free to be put on it.
 */
export type RosterMember = { member: MemberId, person: PersonId, name: string, title: string | null, unit: string | null, has_phone: boolean, force: ForceId, force_name: string, 
/**
 * The team on this evening; none for who is not on it.
 */
team: TeamId | null, pair: number | null, 
/**
 * Other evenings that are on.
 */
evenings: number, 
/**
 * The area where this person is out on the same day.
 */
elsewhere: string | null, 
/**
 * Has left by then, or was deleted.
 */
gone: boolean, };

/**
 * Rosters of every evening that is on.
 */
export type Rosters = { evenings: Array<EveningRow>, 
/**
 * Of today and later.
 */
clashes: Array<RosterClashRow>, most_in_a_row: number, };

/**
 * What became of a row.
 */
export type RowDeed = "added" | "changed" | "removed";

/**
 * Two sheets with the same results.
 */
export type SameRow = { first: SheetTag, second: SheetTag, 
/**
 * Of one evening.
 */
same_visit: boolean, 
/**
 * Boxes that agree and are not zero.
 */
boxes: number, 
/**
 * How many sheets would be expected to have these figures by chance.
 */
chance: number, 
/**
 * The figures both have; `null` for somebody who may still key one of them a second time.
 */
figures: Array<FigureRow> | null, 
/**
 * What accepting it names, on the second.
 */
flag: string, };

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
export type Schedule = { starts_on: string, ends_on: string, visits: Array<VisitRow>, clashes: Array<ClashRow>, teams: Array<Team>, 
/**
 * Public holidays and the office's days off, around the campaign.
 */
days_off: Array<DayOff>, 
/**
 * What the office itself said of days.
 */
own_days: Array<OwnDay>, 
/**
 * Targets that are due on the campaign's last day.
 */
targets_at_end: number, };

/**
 * The schedule for calendars on phones and computers; of one team or one area, if asked. Evenings called
 * off are in it as such, so that a calendar that has them strikes them out.
 */
export type ScheduleIcs = { team: TeamId | null, area: AreaId | null, };

export type Search = { query: string, };

/**
 * The second place, as the screen shows it.
 */
export type SecondPlace = { 
/**
 * None: nobody has chosen one on this computer.
 */
folder: string | null, 
/**
 * It can be reached at this moment.
 */
there: boolean, 
/**
 * On the drive of the office file: what costs the one costs the other.
 */
same_drive: boolean, 
/**
 * Without a passphrase nothing is copied.
 */
has_passphrase: boolean, 
/**
 * The latest backup that was copied there.
 */
last: BackupStamp | null, 
/**
 * Copies there now; unknown while it cannot be reached.
 */
copies: number | null, 
/**
 * Days have passed without a copy.
 */
due: boolean, 
/**
 * Why the latest copy came to nothing; none once one was made since.
 */
failure: BackupFailure | null, };

/**
 * A sheet to key a second time.
 */
export type SecondRow = { sheet: SheetTag, 
/**
 * Only these boxes; `null`: all.
 */
boxes: Array<BoxNo> | null, 
/**
 * Weightiest first. None: begun without being asked for.
 */
reasons: Array<Reason>, stage: Stage, 
/**
 * Boxes still to key, a second time or again.
 */
left: number, 
/**
 * Why whoever is signed in may not take it; `null`: may.
 */
why_not: WhyNot | null, };

/**
 * A section of the plan's text.
 */
export type Section = { id: SectionId, kind: SectionKind, heading: string | null, text: string, };

/**
 * A section's new words.
 */
export type SectionEdit = { id: SectionId, heading: string | null, text: string, };

/**
 * A section of a draft, or of a kind's wording.
 */
export type SectionForm = { kind: SectionKind, heading: string | null, text: string, };

export type SectionId = number & { readonly __brand: "SectionId" };

export type SectionKind = "bases" | "text" | "part" | "appendix";

/**
 * An administrator has read that the sheet was used.
 */
export type SeeUnlockSheet = { id: number, };

/**
 * An area that reports by itself.
 */
export type SelfReport = { 
/**
 * Its last day.
 */
due: string | null, 
/**
 * The day its newest figures stand for; `null`: chưa báo cáo.
 */
as_of: string | null, 
/**
 * Past its day and not there.
 */
late: boolean, };

/**
 * An area that reports by itself.
 */
export type SelfReportRow = { area: AreaId, area_label: string, due: string | null, 
/**
 * The day its figures stand for; nothing while none came.
 */
as_of: string | null, counts: Counts, obstacles: Array<ObstacleRow>, approved: Approved | null, };

/**
 * The day a self-reported sheet's figures stand for.
 */
export type SetAsOf = { 
/**
 * Typed code or scanned QR.
 */
code: string, as_of: string, };

/**
 * A sheet that says what another says already: it counts no more. [`super::AdmitSheet`] takes it back.
 */
export type SetAside = { 
/**
 * The one to set aside.
 */
code: string, 
/**
 * The one that stays.
 */
of: string, reason: string, };

/**
 * Keys boxes of a sheet. When it returns, they and the cursor are on disk.
 *
 * Boxes that hold their value already write nothing: a request without a new value only moves the cursor,
 * which is no entry in the journal. Opening a sheet moves nothing; the first box that is left does.
 */
export type SetBoxes = { 
/**
 * Typed code or scanned QR.
 */
code: string, boxes: Array<BoxEntry>, 
/**
 * The box of this sheet where the cursor goes now; `null`: past the last one, to the next sheet's code.
 * After a power cut the program opens there.
 */
cursor: string | null, };

/**
 * Several areas put into one cluster, or into none.
 */
export type SetCluster = { areas: Array<AreaId>, cluster: string | null, };

/**
 * After how many minutes without a key or a movement a screen is locked.
 */
export type SetIdle = { minutes: number, };

/**
 * Sets or removes a PIN: one's own first or lent one, or as an administrator anyone's, who then has it lent: it is
 * changed at the next sign-in before anything else. Wrong ones counted so far are forgotten. One's own PIN is
 * changed with the old one, by the desk's `change_pin`.
 */
export type SetPin = { account: AccountId, 
/**
 * `null` removes it.
 */
pin: string | null, };

/**
 * The whole roster of an evening at once. Who is out elsewhere that day cannot be put on it; who already
 * was stays, because a moved evening is not the roster's fault.
 */
export type SetRoster = { visit: VisitId, lines: Array<RosterLine>, };

/**
 * Keys boxes of a sheet a second time, blind. When it returns, they and the cursor are on disk.
 *
 * A box that agrees is settled; one that differs is asked for once more, without a word of what was first
 * keyed; what differs then as well waits for a third person. An empty value says that the box is blank on
 * the paper, which is a keying like any other. The sheet is verified with its last box.
 */
export type SetSecondBoxes = { 
/**
 * Typed code or scanned QR.
 */
code: string, boxes: Array<BoxEntry>, 
/**
 * The box where the cursor goes now; `null`: past the last one.
 */
cursor: string | null, };

/**
 * What whoever keys a sheet wants to say of it.
 */
export type SetSheetNote = { 
/**
 * Typed code or scanned QR.
 */
code: string, 
/**
 * `null` or blank takes the note away.
 */
note: string | null, };

/**
 * Says how much of the campaign is keyed a second time; `null`: nothing is asked for.
 *
 * The random start of one in n is drawn here, once: asking for the same again does not draw again, so
 * nobody can draw until the sheets suit them.
 */
export type SetVerification = { mode: AskedMode | null, };

/**
 * Who goes out on an evening. A team that holds numbered sheets of it is taken off only when a person
 * says so: its papers are printed.
 */
export type SetVisitTeams = { id: VisitId, teams: Array<TeamId>, confirmed: boolean, };

export type Severity = "hard" | "soft";

/**
 * A soft check that does not hold.
 */
export type SheetFlag = { 
/**
 * What accepting it names.
 */
flag: string, failure: Failure, 
/**
 * As it was accepted last, perhaps for other figures.
 */
accepted: Acceptance | null, };

/**
 * The sheet's serial number in the office file; its short code is a keyed permutation of it.
 */
export type SheetId = number & { readonly __brand: "SheetId" };

/**
 * What a sheet is for.
 */
export type SheetKind = "regular" | "spare" | "self_report" | "summary";

/**
 * How sheets stand on A4 paper.
 */
export type SheetLayout = "a4" | "two_a5";

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
export type SheetState = "printed" | "spare" | "handed_out" | "returned" | "keyed" | "verified" | "locked" | "void" | "duplicate" | "lost";

export type SheetStatus = { 
/**
 * `482-1937`.
 */
code: string, area: string | null, date: string | null, team: string | null, n: number, of: number, state: SheetState, 
/**
 * Every box of the sheet's form by its printed number; a blank one is `null`, and so are all of a sheet that
 * whoever asks is keying a second time.
 */
boxes: { [key in string]: number | null }, };

/**
 * A sheet without its figures.
 */
export type SheetTag = { code: string, kind: SheetKind, area_label: string, on: string | null, team_name: string | null, n: number, of: number, state: SheetState, state_word: string, };

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
called_off: string | null, accepted_because: string | null, boxes: Array<BoxView>, missing: Array<BoxNo>, failures: Array<Failure>, 
/**
 * Single changes that would repair the hard checks that fail, most likely first.
 */
rescues: Array<Candidate>, 
/**
 * Soft checks that do not hold, and whether somebody accepted them.
 */
flags: Array<SheetFlag>, note: string | null, attachments: Array<AttachmentRow>, 
/**
 * Who keyed the box that was keyed last, and when (RFC 3339); `null` while nothing is keyed.
 */
keyed_by: string | null, keyed_at: string | null, 
/**
 * Who approved its evening or report, so that it is locked.
 */
approved: Approved | null, 
/**
 * Code of the spoilt or lost sheet that this one stands for.
 */
replaces: string | null, 
/**
 * Code of the sheet whose code this second paper bears.
 */
copy_of: string | null, 
/**
 * The day printed on the paper, where it is not `on`: the evening was moved after printing. The sheet is
 * accepted all the same.
 */
printed_for: string | null, 
/**
 * Why it is void, lost or taken for a duplicate.
 */
state_because: string | null, 
/**
 * Code of the spare that stands for this sheet.
 */
replaced_by: string | null, 
/**
 * A spare of which nobody has said the evening: nothing is keyed from it before.
 */
loose: boolean, };

/**
 * Sheets of evenings that are over, and self-reports whose day has come.
 */
export type SheetsDue = { expected: number, returned: number, missing: number, 
/**
 * How many visits and self-reports the missing ones are of.
 */
missing_of: number, 
/**
 * Back and not fully keyed: their figures are in the sums as far as they go.
 */
unkeyed: number, };

/**
 * The numbered sheets of an evening, or of all, to print. Void ones are left out, and so are spares without
 * an evening that are not in the office any more.
 */
export type SheetsPdf = { evening: string | null, 
/**
 * With the evening's sheets the spares without an evening; of all they are part.
 */
loose: boolean, 
/**
 * A4 if it is not said. A form too long for half a page is refused in words.
 */
layout?: SheetLayout, };

/**
 * Some of a campaign's sheets.
 */
export type SheetsWhich = "own_reports" | "unfinished" | "late";

/**
 * Every evening from a day on so many days later, as after a storm. Evenings whose sheets are back took
 * place and stay, and so do those that are approved.
 */
export type ShiftVisits = { from: string, days: number, 
/**
 * Holidays and the office's days off are passed over.
 */
skip_days_off: boolean, 
/**
 * Past the campaign's last day: the campaign is extended; without it, refused.
 */
extend: boolean, };

export type Shifted = { moved: number, 
/**
 * Evenings that took place already.
 */
stayed: number, last: string | null, };

/**
 * Which piece of a rule.
 */
export type Side = "when" | "left" | "right";

/**
 * What went wrong under the hand, if the change is the right one.
 */
export type Slip = { "kind": "digit", place: number, keyed: number, meant: number, } | { "kind": "swapped", place: number, } | { "kind": "missing", digit: number, } | { "kind": "extra", digit: number, doubled: boolean, } | { "kind": "skipped" } | { "kind": "other" } | { "kind": "repeated" } | { "kind": "exchanged" } | { "kind": "across" } | { "kind": "too_high" } | { "kind": "too_low" } | { "kind": "total" };

/**
 * What a person decided.
 */
export type SpellingChoice = { letters: string, 
/**
 * The right words; `null` if all ways are right.
 */
words: string | null, };

/**
 * The same words in names of areas, written in several ways: which is right?
 */
export type SpellingQuestion = { 
/**
 * The words without marks: what a choice names.
 */
letters: string, 
/**
 * The way most names have comes first.
 */
ways: Array<SpellingWay>, 
/**
 * Decided in the request.
 */
decided: boolean, };

export type SpellingWay = { words: string, names: Array<string>, };

/**
 * One area becomes several on a day. What it counted stays its own; its evenings from that day on go to
 * the new areas, each to the one named for it.
 */
export type SplitArea = { id: AreaId, 
/**
 * First day of the new areas.
 */
on: string, into: Array<HeirForm>, evenings: Array<Handed>, because: string, };

/**
 * A second evening for an area, at the hours and with the teams of its first where they are at home. The
 * first keeps its sheets; the second gets its own, for the households not met before.
 */
export type SplitVisit = { id: VisitId, on: string, };

/**
 * Where a fault is: places in the draft, from 0.
 */
export type Spot = { "of": "form" } | { "of": "indicator", at: number, } | { "of": "check", at: number, side: Side | null, };

/**
 * How far a sheet is, over all boxes that are keyed twice.
 */
export type Stage = "untouched" | "under_way" | "needs_again" | "needs_third" | "agreed";

/**
 * A stage of the funnel.
 */
export type StageProgress = { stage: FunnelStage, 
/**
 * `Biết`.
 */
name: string, 
/**
 * What exactly is counted: `người từ 15 tuổi trở lên đã gặp, được tuyên truyền`.
 */
words: string, 
/**
 * Boxes it adds up.
 */
meanings: Array<Meaning>, count: number | null, 
/**
 * Share of the people met; both sides cover the areas that counted both.
 */
of_met: number | null, 
/**
 * Share of the stage before it.
 */
of_previous: number | null, };

/**
 * A printed paper that no longer says what holds. It stays valid when it comes back.
 */
export type StalePaper = { kind: PaperKind, subject: Subject, 
/**
 * The area it is about; none for the plan.
 */
area_name: string | null, team_name: string | null, 
/**
 * The evening to print papers of again.
 */
on: string | null, printed_on: string, file_name: string, 
/**
 * What is on paper, and what it ought to say; `null` when the evening was called off.
 */
says: string, now: string | null, };

/**
 * Where a task stands on a day.
 */
export type Standing = { "is": "done" } | { "is": "fine", next: string | null, } | { "is": "due", on: string, days: number, } | { "is": "overdue", since: string, days: number, } | { "is": "silent", last: string | null, days: number, };

/**
 * A new campaign, which is then the one worked on.
 */
export type StartCampaign = { title: string, app: string, 
/**
 * The plan's trích yếu; blank takes it from the groundwork.
 */
subject: string | null, starts_on: string, ends_on: string, from: Groundwork, };

/**
 * The whole state. Unknown is `null`, everywhere.
 */
export type Status = { campaign: string, as_of: string, areas: Array<AreaStatus>, sheets: Array<SheetStatus>, targets: Array<TargetStatus>, 
/**
 * Evenings and areas' own reports that are approved and locked.
 */
approved: Array<ApprovedStatus>, };

/**
 * What stays when a person's details are deleted, looked at before that.
 */
export type Staying = { 
/**
 * Notes and texts of the file that name the person: they are to be corrected by hand, and the journal keeps what
 * they said.
 */
texts: Array<NamedIn>, 
/**
 * Issued documents: kept by law.
 */
issued: Array<NamedIn>, };

/**
 * What a paper is about.
 */
export type Subject = { "of": "campaign" } | { "of": "visit", "id": VisitId } | { "of": "area", "id": AreaId } | { "of": "team", "id": { visit: VisitId, team: TeamId, } } | { "of": "document", "id": DocumentId };

/**
 * What kind of table it is.
 */
export type TableKind = "areas" | "schedule" | "members" | "tallies";

/**
 * Where a table comes from.
 */
export type TableSource = { "from": "file", path: string, 
/**
 * What a person says of its sheets, columns and names.
 */
reading?: Reading, } | { "from": "text", text: string, reading?: Reading, };

/**
 * A paper that no longer hangs.
 */
export type TakeDownPosting = { id: PostingId, on: string, };

/**
 * Takes in the packets of these workbooks: all of a ward's or nothing, and every ward in one operation.
 */
export type TakePackets = { paths: Array<string>, };

/**
 * A proposal taken over, if it is still the one that was seen. Evenings that give way move to the new
 * days of their area first; what is then left of them goes, or is called off if papers name it.
 */
export type TakeSchedule = { form: ProposeForm, seen: Array<ProposedEvening>, };

export type Taken = { added: number, moved: number, removed: number, };

/**
 * The filled boxes of a sheet.
 */
export type Tally = Record<string, number>;

/**
 * A target (chỉ tiêu) of the plan.
 */
export type Target = { id: TargetId, 
/**
 * Where the plan states it: `I.2`.
 */
clause: string, 
/**
 * `Cài đặt`; `Biết, cài đặt, tạo tài khoản`.
 */
name: string, numerator: Numerator, denominator: Denominator, 
/**
 * Whole percent to reach.
 */
percent: number, by: string, };

export type TargetId = number & { readonly __brand: "TargetId" };

/**
 * A target and how far it is.
 */
export type TargetProgress = { id: TargetId, 
/**
 * Where the plan states it: `I.2`; may be blank.
 */
clause: string, name: string, counts: Numerator, of: Denominator, 
/**
 * `số người đã cài đặt`.
 */
numerator_word: string, 
/**
 * `người từ 15 tuổi trở lên`.
 */
denominator_word: string, 
/**
 * `người` or `hộ`.
 */
unit: string, 
/**
 * As a sentence: `≥ 50 % số người từ 15 tuổi trở lên đã có tài khoản, đến 30/11/2024`.
 */
sentence: string, 
/**
 * Whole percent to reach.
 */
goal: number, by: string, rate: RateView, 
/**
 * Days of the oldest and the newest base figure below the line; `null` where it is counted, or none is known.
 */
base_from: string | null, base_to: string | null, 
/**
 * Areas left out of both sides because their base is blank, or nothing was counted there.
 */
left_out: Array<AreaName>, 
/**
 * `null`: no range can be known.
 */
range: RangeView | null, 
/**
 * `null`: the goal's number of people is not known.
 */
need: Need | null, 
/**
 * A point for each day from the campaign's first to its last, or the target's.
 */
trend: Array<TrendPoint>, week: WeekBefore | null, campaign: CampaignBefore | null, };

/**
 * A target and how far it is.
 */
export type TargetRow = { id: TargetId, 
/**
 * Where the plan states it: `I.2`.
 */
clause: string, name: string, counts: Numerator, of: Denominator, 
/**
 * As a sentence: `≥ 50 % số người từ 15 tuổi trở lên đã có tài khoản, đến 30/11/2024`.
 */
sentence: string, 
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
 * More was counted than there should be: worth a look at bases and sheets, no refusal.
 */
over_100: boolean, 
/**
 * Areas left out of both sides because their base is blank, or nothing was counted there.
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

export type TaskGroupId = number & { readonly __brand: "TaskGroupId" };

/**
 * A unit and what it is asked.
 */
export type TaskGroupView = { id: TaskGroupId, unit: string, tasks: Array<TaskView>, };

export type TaskId = number & { readonly __brand: "TaskId" };

export type TaskList = { today: string, groups: Array<TaskGroupView>, 
/**
 * Names of people the office knows, to be offered.
 */
people: Array<Named>, };

/**
 * What was done for a task on a day.
 */
export type TaskRecord = { id: RecordId, task: TaskId, on: string, note: string, 
/**
 * Where it can be seen: a link, a document number, a place.
 */
proof: string | null, };

export type TaskState = "open" | "doing" | "done";

/**
 * A task with all that was done for it.
 */
export type TaskView = { id: TaskId, 
/**
 * With the plan's marks, to be edited.
 */
text: string, 
/**
 * Without them, to be read.
 */
plain: string, every_days: number | null, due_on: string | null, responsible: Named | null, state: TaskState, note: string | null, standing: Standing, 
/**
 * Due soon, late or silent.
 */
presses: boolean, 
/**
 * The latest first.
 */
records: Array<TaskRecord>, };

export type Team = { id: TeamId, number: number, name: string, };

/**
 * A card for each team of an evening, or of all that are on: where and when, who goes, which sheets, how to behave.
 * No phone of a person is printed.
 */
export type TeamCardsPdf = { evening: string | null, size?: CardSize, 
/**
 * Names of members and heads, which [`super::NoteTeamCards`] has to have noted within ten minutes. Without
 * them a card says how many of each force go, and leaves room for the head's name.
 */
names?: boolean, };

/**
 * A force in a team on an evening.
 */
export type TeamCount = { team: TeamId, force: ForceId, quota: number | null, assigned: number, };

export type TeamId = number & { readonly __brand: "TeamId" };

/**
 * A team as its list shows it.
 */
export type TeamRow = { id: TeamId, number: number, name: string, 
/**
 * Evenings that are on and that it goes out on.
 */
evenings: number, };

/**
 * The wording a kind of document is begun with.
 */
export type Template = { sections: Array<SectionForm>, 
/**
 * Whether the office has changed it; without, it is the program's.
 */
is_own: boolean, fields: Array<FieldView>, };

/**
 * A box on which two people differ.
 */
export type ThirdBox = { no: BoxNo, label: string, help: string | null, control: boolean, 
/**
 * What was keyed, each value once and in the order of size, so that nobody can tell whose is which;
 * `null`: blank.
 */
values: Array<number | null>, 
/**
 * It is decided, and on what.
 */
decided: boolean, value: number | null, };

/**
 * A sheet that waits for a third person.
 */
export type ThirdRow = { sheet: SheetTag, 
/**
 * Boxes to decide. None: all is decided, and the figures wait for a reason ([`super::AcceptDecided`]).
 */
boxes: Array<DisputedBox>, why_not: WhyNot | null, 
/**
 * Names of those who may decide. Nobody: the office needs one more person.
 */
deciders: Array<string>, };

/**
 * A sheet before the third person.
 */
export type ThirdSheet = { sheet: SheetTag, 
/**
 * `thứ Bảy`; blank without an evening.
 */
weekday: string, form_version: number, 
/**
 * Boxes that wait for a decision or have had one.
 */
boxes: Array<ThirdBox>, verified: boolean, 
/**
 * Everything is decided, and these checks can never hold: it takes a reason ([`super::AcceptDecided`]) or a
 * talk with the team head.
 */
impossible: Array<Failure>, 
/**
 * Everything is decided, and these boxes were decided to be blank: the sheet is unfinished.
 */
missing: Array<BoxNo>, };

/**
 * A box whose sum is not the team head's figure.
 */
export type TotalBox = { no: BoxNo, label: string, 
/**
 * `null` for somebody who may still key one of the sheets a second time.
 */
figures: TotalFigures | null, 
/**
 * Every count in it was keyed twice: it is on the paper, and only the team head can explain it.
 */
on_paper: boolean, 
/**
 * What accepting it names, on the summary.
 */
flag: string, };

/**
 * The two figures that should be one.
 */
export type TotalFigures = { parts: Array<PartRow>, 
/**
 * `5 + 7 + 3 = 15`.
 */
worked: string, sum: number, 
/**
 * The team head's.
 */
total: number, 
/**
 * Sum minus total.
 */
over: number, };

/**
 * An evening whose sheets do not add up to the team head's total.
 */
export type TotalRow = { 
/**
 * Phiếu tổng hợp buổi.
 */
summary: SheetTag, area_label: string, on: string | null, boxes: Array<TotalBox>, 
/**
 * Codes of sheets still to come or to key; until then nothing is compared.
 */
missing: Array<string>, 
/**
 * Blank on the total or on a sheet: not compared.
 */
blank: Array<BoxNo>, };

/**
 * Everything that hangs on an evening.
 */
export type Touched = { papers: Array<TouchedPaper>, 
/**
 * Sheets numbered for it, and how many are back.
 */
sheets: number, returned: number, members: Array<TouchedMember>, };

/**
 * A member who goes out on an evening.
 */
export type TouchedMember = { member: MemberId, name: string, force_name: string, 
/**
 * Where this member is already going on the day asked about.
 */
also_at: string | null, };

/**
 * A printed paper that speaks of an evening.
 */
export type TouchedPaper = { kind: PaperKind, printed_on: string, file_name: string, };

export type TrendPoint = { on: string, 
/**
 * Cumulative; `null` before the first figure, and for days after the one the figures stand for.
 */
numerator: number | null, percent: number | null, 
/**
 * The needed line: from where the campaign began straight to the goal, by the number of visits; `null` when the
 * goal's number is not known.
 */
needed: number | null, needed_percent: number | null, };

export type Trouble = { code: TroubleCode, path: string, 
/**
 * Values for the words: `file`, `service`, `count`; `backup`: when the newest one was made that is sound at a
 * glance, RFC 3339, where the file is to be rebuilt.
 */
params: { [key in string]: string }, action: TroubleAction, };

/**
 * The one button.
 */
export type TroubleAction = "recover" | "open_copy" | "accept";

/**
 * What is wrong with the file, or with where it lies.
 */
export type TroubleCode = "damaged" | "damaged_shut" | "gone" | "read_only" | "changed_outside" | "behind" | "secrets_changed" | "unsound" | "cloud" | "network";

/**
 * Reads a draft and runs its checks over the numbers the office has keyed. Changes nothing.
 */
export type TryForm = { form: FormDraft, };

/**
 * A person named in a form.
 */
export type TypedPerson = { name: string, 
/**
 * The name was wrong before; without it another name is another person.
 */
correction?: boolean, };

/**
 * Takes one of one's own deeds back, by its entry in the journal (see [`crate::contract`]'s replies).
 * Refused if what it wrote was changed since, if something was built on it, or while another campaign is
 * worked on: nobody would see what is undone. Taking an undo back does the deed again.
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
 * One box of the grid: the latest the unit reported. Blank is unknown.
 */
export type UnitCell = { indicator: UnitIndicatorId, as_of: string | null, people: number | null, done: number | null, };

export type UnitColumn = { id: UnitIndicatorId, label: string, total: UnitTotal, };

/**
 * A reporting unit outside every rate: a school.
 */
export type UnitId = number & { readonly __brand: "UnitId" };

export type UnitIndicatorId = number & { readonly __brand: "UnitIndicatorId" };

export type UnitRow = { id: UnitId, name: string, due_on: string | null, contact: Named | null, 
/**
 * In the order of the columns.
 */
cells: Array<UnitCell>, standing: Standing, };

/**
 * One indicator over all units.
 */
export type UnitTotal = { people: number | null, done: number | null, 
/**
 * Tenths of a percent, over the units that gave both numbers: above and below the line stand the same
 * units.
 */
permille: number | null, 
/**
 * Units with both numbers.
 */
whole: number, };

/**
 * One box of a school's row. Blank is unknown, never zero.
 */
export type UnitValue = { indicator: UnitIndicatorId, people: number | null, done: number | null, };

export type Units = { today: string, columns: Array<UnitColumn>, units: Array<UnitRow>, 
/**
 * What to count is offered while the office has not said.
 */
offered: Array<string>, };

/**
 * A time the unlock sheet was used.
 */
export type UnlockUse = { 
/**
 * Of the sheet.
 */
id: number, 
/**
 * RFC 3339.
 */
at: string, 
/**
 * Whose door it opened.
 */
name: string, 
/**
 * Whoever asks has read of it.
 */
seen: boolean, };

export type UnlockView = { 
/**
 * When the sheet that opens was made, RFC 3339; `null`: none was made, or the last one was used.
 */
made_at: string | null, made_by: string | null, 
/**
 * The newest first.
 */
uses: Array<UnlockUse>, };

export type UnrankedArea = { area: AreaName, 
/**
 * `chưa có số nền`, `chưa báo cáo`.
 */
because: string, };

/**
 * Where a person is used, with the area, force or unit.
 */
export type UseRow = { what: PersonUse, name: string, };

/**
 * A stretch of time, both ends included; an open end is unknown or still running.
 */
export type Validity = { from: string | null, to: string | null, };

/**
 * The work of Đối soát.
 */
export type Verification = { 
/**
 * `null`: nothing is asked for.
 */
plan: VerificationPlan | null, may_verify: boolean, 
/**
 * May set the plan.
 */
may_set: boolean, counts: VerificationCounts, estimate: Estimate, 
/**
 * Share of the sheets keyed twice whole, between 0 and 1.
 */
share_again: number, 
/**
 * How the estimate is made, and where that is published; ready to be shown and printed.
 */
method: string, source: string, 
/**
 * People who can sign in and may key a second time.
 */
people: number, lacks: Array<Lack>, 
/**
 * What to key a second time, first things first; at most [`LISTED`].
 */
second: Array<SecondRow>, 
/**
 * So many more.
 */
second_more: number, third: Array<ThirdRow>, outliers: Array<OutlierRow>, same: Array<SameRow>, totals: Array<TotalRow>, };

/**
 * How far second keying is, in sheets.
 */
export type VerificationCounts = { 
/**
 * Keyed and counted.
 */
keyed: number, 
/**
 * Keyed twice already, or to be.
 */
chosen: number, 
/**
 * Every box keyed by a second person.
 */
twice: number, 
/**
 * Every box agreed or decided.
 */
agreed: number, 
/**
 * A second person has boxes to key.
 */
waiting_second: number, 
/**
 * The second person has boxes to key again.
 */
waiting_again: number, 
/**
 * A third person has boxes to decide.
 */
waiting_third: number, 
/**
 * To be keyed a second time by the plan, but locked.
 */
locked: number, };

/**
 * How much is asked for, and who said so.
 */
export type VerificationPlan = { mode: AskedMode, 
/**
 * A name; `null` once the person's details were deleted.
 */
set_by: string | null, 
/**
 * RFC 3339.
 */
set_at: string, };

/**
 * Walks the chain, replays it, compares; takes seconds on a large file.
 */
export type VerifyJournal = Record<symbol, never>;

/**
 * The version that new sheets are printed in from now on.
 */
export type Versioned = { version: number, 
/**
 * A version of its own, not the newest replaced.
 */
is_new: boolean, };

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

export type WardList = { 
/**
 * In Vietnamese order of their names.
 */
wards: Array<WardRow>, sums: Array<WardsSum>, 
/**
 * Wards named as areas of this campaign that have sent nothing; unknown while it names none.
 */
missing: Array<string> | null, };

/**
 * A ward's workbook taken in to be consolidated.
 */
export type WardPacketId = number & { readonly __brand: "WardPacketId" };

/**
 * A ward that is held.
 */
export type WardRow = { id: WardPacketId, name: string, 
/**
 * Last day of its period, and the day its figures stand for.
 */
to: string, as_of: string, 
/**
 * `BC-003`; none if the ward had not issued it.
 */
report: string | null, file: string, 
/**
 * When it was taken in: RFC 3339.
 */
at: string, 
/**
 * Whether any box was keyed; if not, the ward reads "chưa báo cáo".
 */
has_figures: boolean, 
/**
 * One for each target.
 */
rates: Array<Rate>, };

/**
 * A target over all wards.
 */
export type WardsSum = { target: Target, rate: Rate, 
/**
 * Names of wards whose numerator or denominator is unknown.
 */
left_out: Array<string>, areas_without_base: number, };

/**
 * A week before, in this campaign.
 */
export type WeekBefore = { 
/**
 * Seven days before the day of the figures.
 */
on: string, rate: RateView, 
/**
 * Percentage points from then to now.
 */
points: number | null, 
/**
 * What the seven days to the day of the figures added, and the seven before them.
 */
gained: number | null, gained_before: number | null, 
/**
 * What is compared: `7 ngày trước, 09/11/2024`.
 */
words: string, };

export type WhatsNew = { 
/**
 * The version to tell of; `null`: nothing is new.
 */
version: string | null, };

export type WhichSheets = "expected" | "returned" | "missing";

/**
 * Why an area did not get all of its evenings.
 */
export type WhyLeft = "no_team" | "no_day" | "full" | "gone";

/**
 * Why the signed-in person may not take a sheet.
 */
export type WhyNot = "no_right" | "keyed_first" | "keyed_second" | "another_keys_again";

/**
 * Why something of the template is left as it is.
 */
export type WhyNotFilled = "not_recognised" | "twice" | "unknown" | "formula" | "not_empty" | "area_unknown" | "area_without_row" | "no_room";

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

/**
 * An area with the evenings it is to have.
 */
export type WishRow = { area: AreaId, name: string, households: number | null, evenings: number, };

/**
 * A sheet that is spoilt or was withdrawn: never counted, never keyed.
 */
export type WithdrawSheet = { 
/**
 * Typed code or scanned QR.
 */
code: string, reason: string, };

export type Wrong = { "is": "unknown_field", field: string, likely: string | null, } | { "is": "not_alone", field: string, } | { "is": "unclosed", text: string, } | { "is": "too_many_points" } | { "is": "no_heading" } | { "is": "appendix_not_named", appendix: string, };

/** Questions and deeds. */
export interface Calls {
  get_doors: { request: GetDoors; answer: DoorsView };
  list_accounts: { request: ListAccounts; answer: Array<AccountRow> };
  list_every_account: { request: ListEveryAccount; answer: Array<AccountRow> };
  list_evenings: { request: ListEvenings; answer: Evenings };
  area_history: { request: AreaHistory; answer: Array<AreaEvent> };
  list_areas: { request: ListAreas; answer: Array<AreaRow> };
  get_chase: { request: GetChase; answer: ChaseView };
  list_authorities: { request: ListAuthorities; answer: Array<AuthorityRow> };
  list_campaigns: { request: ListCampaigns; answer: Array<CampaignRow> };
  check_file: { request: CheckFile; answer: FileCheck };
  list_wards: { request: ListWards; answer: WardList };
  look_at_packets: { request: LookAtPackets; answer: PacketsTaken };
  check_note: { request: CheckNote; answer: Array<Personal> };
  get_privacy: { request: GetPrivacy; answer: Privacy };
  list_contact_access: { request: ListContactAccess; answer: Array<AccessRow> };
  list_old_copies: { request: ListOldCopies; answer: OldCopies };
  list_people: { request: ListPeople; answer: Array<PersonRow> };
  look_at_deletion: { request: LookAtDeletion; answer: Staying };
  check_text: { request: CheckText; answer: Array<Fault> };
  get_document: { request: GetDocument; answer: DocumentView };
  get_template: { request: GetTemplate; answer: Template };
  list_documents: { request: ListDocuments; answer: Array<DocumentRow> };
  explain_report: { request: ExplainReport; answer: Explanation };
  get_report: { request: GetReport; answer: IssuedReport };
  get_report_outlook: { request: GetReportOutlook; answer: ReportOutlook };
  list_reports: { request: ListReports; answer: Array<ReportLine> };
  list_costs: { request: ListCosts; answer: CostSheet };
  list_duplicates: { request: ListDuplicates; answer: Duplicates };
  default_form: { request: DefaultForm; answer: FormDraft };
  list_forms: { request: ListForms; answer: Forms };
  try_form: { request: TryForm; answer: FormTrial };
  look_at_table: { request: LookAtTable; answer: Look };
  list_office_periods: { request: ListOfficePeriods; answer: Array<OfficePeriod> };
  entry_figures: { request: EntryFigures; answer: EntryMoved };
  find_head: { request: FindHead; answer: HeadFound };
  get_entry: { request: GetEntry; answer: EntryView };
  list_journal: { request: ListJournal; answer: JournalPage };
  get_forecast: { request: GetForecast; answer: Forecast };
  get_measures: { request: GetMeasures; answer: Measures };
  get_news: { request: GetNews; answer: NewsLog };
  get_overview: { request: GetOverview; answer: Overview };
  get_amendment: { request: GetAmendment; answer: AmendmentView };
  get_plan: { request: GetPlan; answer: PlanView };
  list_postings: { request: ListPostings; answer: PostingBoard };
  get_flyer: { request: GetFlyer; answer: FlyerSettings };
  get_touched: { request: GetTouched; answer: Touched };
  list_printings: { request: ListPrintings; answer: Array<PrintingRow> };
  list_stale: { request: ListStale; answer: Array<StalePaper> };
  get_profile: { request: GetProfile; answer: Profile };
  get_figure: { request: GetFigure; answer: FigureView };
  get_progress: { request: GetProgress; answer: Progress };
  get_radar: { request: GetRadar; answer: Radar };
  get_sheet_chase: { request: GetSheetChase; answer: Array<ChaseText> };
  list_receipts: { request: ListReceipts; answer: Array<ReceiptRow> };
  list_queries: { request: ListQueries; answer: Queries };
  list_query_owners: { request: ListQueryOwners; answer: Array<OwnerOffer> };
  get_roster: { request: GetRoster; answer: Roster };
  list_rosters: { request: ListRosters; answer: Rosters };
  propose_roster: { request: ProposeRoster; answer: Array<ProposedLine> };
  search: { request: Search; answer: Array<Hit> };
  get_cursor: { request: GetCursor; answer: CursorView | null };
  get_evening_grid: { request: GetEveningGrid; answer: EveningGrid };
  list_sheets: { request: ListSheets; answer: Array<SheetRow> };
  open_sheet: { request: OpenSheet; answer: SheetView };
  get_status: { request: GetStatus; answer: Status };
  get_targets: { request: GetTargets; answer: Array<TargetRow> };
  list_tasks: { request: ListTasks; answer: TaskList };
  list_forces: { request: ListForces; answer: Forces };
  list_members: { request: ListMembers; answer: Array<MemberRow> };
  look_at_template: { request: LookAtTemplate; answer: Filling };
  list_units: { request: ListUnits; answer: Units };
  get_verification: { request: GetVerification; answer: Verification };
  open_second: { request: OpenSecond; answer: OpenedSecond };
  open_third: { request: OpenThird; answer: ThirdSheet };
  list_visits: { request: ListVisits; answer: Schedule };
  propose_schedule: { request: ProposeSchedule; answer: Proposal };
  add_account: { request: AddAccount; answer: AccountId };
  edit_account: { request: EditAccount; answer: null };
  make_unlock_sheet: { request: MakeUnlockSheet; answer: NewUnlockSheet };
  see_unlock_sheet: { request: SeeUnlockSheet; answer: null };
  set_idle: { request: SetIdle; answer: null };
  set_pin: { request: SetPin; answer: null };
  approve_evening: { request: ApproveEvening; answer: null };
  approve_self_report: { request: ApproveSelfReport; answer: null };
  reopen_evening: { request: ReopenEvening; answer: null };
  reopen_self_report: { request: ReopenSelfReport; answer: null };
  add_area: { request: AddArea; answer: AreaId };
  edit_area: { request: EditArea; answer: null };
  end_area: { request: EndArea; answer: null };
  merge_areas: { request: MergeAreas; answer: AreaId };
  put_base: { request: PutBase; answer: null };
  remove_base: { request: RemoveBase; answer: null };
  rename_area: { request: RenameArea; answer: null };
  set_cluster: { request: SetCluster; answer: null };
  split_area: { request: SplitArea; answer: Array<AreaId> };
  attach_file: { request: AttachFile; answer: SheetView };
  remove_attachment: { request: RemoveAttachment; answer: SheetView };
  put_authority: { request: PutAuthority; answer: AuthorityId };
  remove_authority: { request: RemoveAuthority; answer: null };
  choose_campaign: { request: ChooseCampaign; answer: null };
  edit_campaign: { request: EditCampaign; answer: null };
  start_campaign: { request: StartCampaign; answer: CampaignId };
  note_team_cards: { request: NoteTeamCards; answer: number };
  drop_ward: { request: DropWard; answer: null };
  take_packets: { request: TakePackets; answer: PacketsTaken };
  delete_contacts: { request: DeleteContacts; answer: number };
  delete_old_copies: { request: DeleteOldCopies; answer: number };
  delete_person: { request: DeletePerson; answer: null };
  edit_person: { request: EditPerson; answer: null };
  edit_privacy: { request: EditPrivacy; answer: null };
  export_person: { request: ExportPerson; answer: null };
  view_contact: { request: ViewContact; answer: Contact };
  begin_document: { request: BeginDocument; answer: DocumentId };
  edit_document: { request: EditDocument; answer: null };
  issue_document: { request: IssueDocument; answer: null };
  issue_report: { request: IssueReport; answer: ReportId };
  put_template: { request: PutTemplate; answer: null };
  remove_draft: { request: RemoveDraft; answer: null };
  order_cost_lines: { request: OrderCostLines; answer: null };
  put_cost_line: { request: PutCostLine; answer: CostLineId };
  remove_cost_line: { request: RemoveCostLine; answer: null };
  admit_sheet: { request: AdmitSheet; answer: null };
  decide_copy: { request: DecideCopy; answer: null };
  key_copy: { request: KeyCopy; answer: string };
  set_aside: { request: SetAside; answer: null };
  put_form: { request: PutForm; answer: Versioned };
  import_areas: { request: ImportAreas; answer: Imported };
  import_members: { request: ImportMembers; answer: Imported };
  import_schedule: { request: ImportSchedule; answer: Imported };
  import_tallies: { request: ImportTallies; answer: Imported };
  correct_office_period: { request: CorrectOfficePeriod; answer: null };
  remove_office_period: { request: RemoveOfficePeriod; answer: null };
  rename_office: { request: RenameOffice; answer: OfficeId };
  export_journal: { request: ExportJournal; answer: JournalNoted };
  edit_plan: { request: EditPlan; answer: null };
  issue_plan: { request: IssuePlan; answer: DocumentId };
  put_plan_sections: { request: PutPlanSections; answer: Array<SectionId> };
  attach_photo: { request: AttachPhoto; answer: AttachmentId };
  put_posting: { request: PutPosting; answer: PostingId };
  put_posting_place: { request: PutPostingPlace; answer: PostingPlaceId };
  remove_photo: { request: RemovePhoto; answer: null };
  remove_posting: { request: RemovePosting; answer: null };
  remove_posting_place: { request: RemovePostingPlace; answer: null };
  take_down_posting: { request: TakeDownPosting; answer: null };
  put_flyer: { request: PutFlyer; answer: null };
  return_sheets: { request: ReturnSheets; answer: Returned };
  confirm_link: { request: ConfirmLink; answer: null };
  edit_profile: { request: EditProfile; answer: null };
  answer_query: { request: AnswerQuery; answer: null };
  edit_query: { request: EditQuery; answer: null };
  open_query: { request: OpenQuery; answer: QueryId };
  reopen_query: { request: ReopenQuery; answer: null };
  copy_roster: { request: CopyRoster; answer: Copied };
  fill_rosters: { request: FillRosters; answer: Filled };
  pair_up: { request: PairUp; answer: number };
  set_roster: { request: SetRoster; answer: null };
  accept_flag: { request: AcceptFlag; answer: SheetView };
  accept_sheet: { request: AcceptSheet; answer: SheetView };
  assign_sheet: { request: AssignSheet; answer: SheetView };
  find_sheet: { request: FindSheet; answer: SheetView };
  hand_out: { request: HandOut; answer: Array<HandedOut> };
  lose_sheet: { request: LoseSheet; answer: SheetView };
  number_self_report: { request: NumberSelfReport; answer: string };
  number_sheets: { request: NumberSheets; answer: Numbered };
  replace_sheet: { request: ReplaceSheet; answer: SheetView };
  withdraw_sheet: { request: WithdrawSheet; answer: SheetView };
  set_as_of: { request: SetAsOf; answer: SheetView };
  set_boxes: { request: SetBoxes; answer: SheetView };
  set_sheet_note: { request: SetSheetNote; answer: SheetView };
  add_plan_targets: { request: AddPlanTargets; answer: null };
  order_targets: { request: OrderTargets; answer: null };
  put_target: { request: PutTarget; answer: TargetId };
  remove_target: { request: RemoveTarget; answer: null };
  put_task: { request: PutTask; answer: TaskId };
  put_task_group: { request: PutTaskGroup; answer: TaskGroupId };
  record_task: { request: RecordTask; answer: RecordId };
  remove_record: { request: RemoveRecord; answer: null };
  remove_task: { request: RemoveTask; answer: null };
  remove_task_group: { request: RemoveTaskGroup; answer: null };
  reorder_tasks: { request: ReorderTasks; answer: null };
  add_force: { request: AddForce; answer: ForceId };
  add_member: { request: AddMember; answer: MemberId };
  add_team: { request: AddTeam; answer: TeamId };
  edit_force: { request: EditForce; answer: null };
  edit_member: { request: EditMember; answer: null };
  order_forces: { request: OrderForces; answer: null };
  remove_force: { request: RemoveForce; answer: null };
  remove_member: { request: RemoveMember; answer: null };
  remove_team: { request: RemoveTeam; answer: null };
  rename_team: { request: RenameTeam; answer: null };
  undo: { request: Undo; answer: Undone };
  add_units: { request: AddUnits; answer: Array<UnitId> };
  put_unit: { request: PutUnit; answer: null };
  put_unit_figures: { request: PutUnitFigures; answer: null };
  put_unit_indicators: { request: PutUnitIndicators; answer: null };
  remove_unit: { request: RemoveUnit; answer: null };
  accept_decided: { request: AcceptDecided; answer: ThirdSheet };
  accept_finding: { request: AcceptFinding; answer: Verification };
  decide_box: { request: DecideBox; answer: ThirdSheet };
  set_second_boxes: { request: SetSecondBoxes; answer: BlindSheet };
  set_verification: { request: SetVerification; answer: AskedMode | null };
  add_visit: { request: AddVisit; answer: VisitId };
  cancel_visit: { request: CancelVisit; answer: null };
  extend_campaign: { request: ExtendCampaign; answer: Extended };
  move_visit: { request: MoveVisit; answer: null };
  put_day_off: { request: PutDayOff; answer: null };
  remove_day_off: { request: RemoveDayOff; answer: null };
  set_visit_teams: { request: SetVisitTeams; answer: null };
  shift_visits: { request: ShiftVisits; answer: Shifted };
  split_visit: { request: SplitVisit; answer: VisitId };
  take_schedule: { request: TakeSchedule; answer: Taken };
  guide: { request: GetGuide; answer: Guide };
  whats_new: { request: GetWhatsNew; answer: WhatsNew };
}

/** Files that can be made. */
export interface Makes {
  areas_template_xlsx: AreasTemplateXlsx;
  attachment_bytes: AttachmentBytes;
  team_cards_pdf: TeamCardsPdf;
  chase_docx: ChaseDocx;
  chase_pdf: ChasePdf;
  consolidated_docx: ConsolidatedDocx;
  consolidated_pdf: ConsolidatedPdf;
  consolidated_xlsx: ConsolidatedXlsx;
  person_txt: PersonTxt;
  document_docx: DocumentDocx;
  document_pdf: DocumentPdf;
  flyer_picture_png: FlyerPicturePng;
  flyers_pdf: FlyersPdf;
  loudspeaker_docx: LoudspeakerDocx;
  form_preview_pdf: FormPreviewPdf;
  journal_lines: JournalLines;
  journal_xlsx: JournalXlsx;
  plan_docx: PlanDocx;
  plan_pdf: PlanPdf;
  posting_list_pdf: PostingListPdf;
  progress_pdf: ProgressPdf;
  chase_slip_pdf: ChaseSlipPdf;
  receipt_pdf: ReceiptPdf;
  report_document_docx: ReportDocumentDocx;
  report_document_pdf: ReportDocumentPdf;
  report_file: ReportFile;
  report_xlsx: ReportXlsx;
  sheets_pdf: SheetsPdf;
  members_template_xlsx: MembersTemplateXlsx;
  report_filled: ReportFilled;
  schedule_ics: ScheduleIcs;
  guide_pdf: GuidePdf;
  guide_picture: GuidePicture;
}

/** Questions that are answered in the background. */
export interface Inspects {
  inspect_file: { request: InspectFile; answer: FileCheck };
  verify_journal: { request: VerifyJournal; answer: JournalVerdict };
}

/** Deeds that Ctrl+Z takes back. */
export type Undoable =
  | 'add_area'
  | 'edit_area'
  | 'end_area'
  | 'merge_areas'
  | 'put_base'
  | 'remove_base'
  | 'rename_area'
  | 'set_cluster'
  | 'split_area'
  | 'put_authority'
  | 'remove_authority'
  | 'edit_campaign'
  | 'start_campaign'
  | 'edit_person'
  | 'edit_privacy'
  | 'begin_document'
  | 'edit_document'
  | 'put_template'
  | 'remove_draft'
  | 'order_cost_lines'
  | 'put_cost_line'
  | 'remove_cost_line'
  | 'admit_sheet'
  | 'decide_copy'
  | 'set_aside'
  | 'put_form'
  | 'import_areas'
  | 'import_members'
  | 'import_schedule'
  | 'correct_office_period'
  | 'remove_office_period'
  | 'rename_office'
  | 'edit_plan'
  | 'put_plan_sections'
  | 'put_posting'
  | 'put_posting_place'
  | 'remove_posting'
  | 'remove_posting_place'
  | 'take_down_posting'
  | 'put_flyer'
  | 'edit_profile'
  | 'answer_query'
  | 'edit_query'
  | 'open_query'
  | 'reopen_query'
  | 'copy_roster'
  | 'fill_rosters'
  | 'pair_up'
  | 'set_roster'
  | 'accept_flag'
  | 'assign_sheet'
  | 'find_sheet'
  | 'hand_out'
  | 'lose_sheet'
  | 'replace_sheet'
  | 'withdraw_sheet'
  | 'set_as_of'
  | 'set_sheet_note'
  | 'add_plan_targets'
  | 'order_targets'
  | 'put_target'
  | 'remove_target'
  | 'put_task'
  | 'put_task_group'
  | 'record_task'
  | 'remove_record'
  | 'remove_task'
  | 'remove_task_group'
  | 'reorder_tasks'
  | 'add_force'
  | 'add_member'
  | 'add_team'
  | 'edit_force'
  | 'edit_member'
  | 'order_forces'
  | 'remove_force'
  | 'remove_member'
  | 'remove_team'
  | 'rename_team'
  | 'undo'
  | 'add_units'
  | 'put_unit'
  | 'put_unit_figures'
  | 'put_unit_indicators'
  | 'remove_unit'
  | 'accept_finding'
  | 'set_verification'
  | 'add_visit'
  | 'cancel_visit'
  | 'extend_campaign'
  | 'move_visit'
  | 'put_day_off'
  | 'remove_day_off'
  | 'set_visit_teams'
  | 'shift_visits'
  | 'split_visit'
  | 'take_schedule'
;
