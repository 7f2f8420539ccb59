-- The office file, first schema. Journalled tables hold integers and text only, so that a row is the
-- same in the table, in the journal and in a digest. Never edit this file after a release.

-- Local tables: not journalled. --------------------------------------------------------------------

CREATE TABLE file (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    -- Random name of this file; the entries file beside it carries the same.
    uid             TEXT NOT NULL,
    -- Number of the last record of the entries file that is in the tables.
    entries_applied INTEGER NOT NULL DEFAULT 0,
    -- The campaign the office looks at; the latest if none was chosen.
    campaign_id     INTEGER REFERENCES campaign (id)
) STRICT;

-- Keys and PIN hashes: never journalled, they travel in backups only.
CREATE TABLE secret (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account_pin (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    hash       TEXT NOT NULL
) STRICT;

-- Personal data, outside the journal so that deletion is real.
CREATE TABLE person_detail (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    name      TEXT NOT NULL,
    title     TEXT,
    unit      TEXT,
    phone     TEXT,
    -- Salt of the digest the journal holds; goes with the row.
    salt      BLOB NOT NULL
) STRICT;

-- Where somebody's cursor stood when the last box was saved: keying is taken up there.
CREATE TABLE cursor (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    sheet_id   INTEGER NOT NULL REFERENCES sheet (id),
    keying     INTEGER NOT NULL CHECK (keying BETWEEN 1 AND 4),
    -- Null: past the last box, waiting for the next sheet's code.
    box        TEXT
) STRICT;

CREATE TABLE attachment_content (
    attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id),
    bytes         BLOB NOT NULL
) STRICT;

-- An issued document as it left the office, known by its hashes.
CREATE TABLE document_content (
    document_id INTEGER PRIMARY KEY REFERENCES document (id),
    pdf         BLOB NOT NULL,
    docx        BLOB NOT NULL,
    -- What both were made from, as JSON: an amendment is written from what differs.
    description TEXT NOT NULL
) STRICT;

-- An issued report as it left the office. Its document's files stand here, or in document_content if it was issued
-- as a numbered document.
CREATE TABLE report_content (
    report_id INTEGER PRIMARY KEY REFERENCES report (id),
    xlsx      BLOB NOT NULL,
    pdf       BLOB,
    docx      BLOB,
    CHECK ((pdf IS NULL) = (docx IS NULL))
) STRICT;

-- The packet of a ward's workbook as it was signed, compressed.
CREATE TABLE ward_packet_content (
    ward_packet_id INTEGER PRIMARY KEY REFERENCES ward_packet (id),
    bytes          BLOB NOT NULL
) STRICT;

CREATE TABLE journal (
    seq      INTEGER PRIMARY KEY,
    format   INTEGER NOT NULL,
    at       TEXT NOT NULL,
    who      INTEGER,
    op       TEXT NOT NULL,
    why      TEXT,
    changes  TEXT NOT NULL,
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    link     BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;

CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- The journalled tables as they were at a baseline entry, compressed; its digest is in the entry.
CREATE TABLE baseline_copy (
    seq   INTEGER PRIMARY KEY REFERENCES journal (seq),
    bytes BLOB NOT NULL
) STRICT;

-- Journalled tables. -------------------------------------------------------------------------------

-- A person's id, and a salted digest that changes with the details.
CREATE TABLE person (
    id     INTEGER PRIMARY KEY,
    digest TEXT
) STRICT;

CREATE TABLE account (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    role      TEXT NOT NULL CHECK (role IN ('clerk', 'leadership', 'outreach', 'administrator')),
    has_pin   INTEGER NOT NULL DEFAULT 0 CHECK (has_pin IN (0, 1)),
    active    INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- The issuing office, one row for each period of its name and form.
CREATE TABLE office (
    id             INTEGER PRIMARY KEY,
    valid_from     TEXT,
    valid_to       TEXT,
    superior_lines TEXT NOT NULL DEFAULT '',
    name_lines     TEXT NOT NULL,
    short_name     TEXT NOT NULL,
    place          TEXT NOT NULL,
    symbol         TEXT NOT NULL,
    contact_line   TEXT
) STRICT;

CREATE TABLE authority (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    address    TEXT NOT NULL,
    valid_from TEXT,
    valid_to   TEXT
) STRICT;

CREATE TABLE campaign (
    id                INTEGER PRIMARY KEY,
    title             TEXT NOT NULL,
    app_name          TEXT NOT NULL,
    subject           TEXT NOT NULL,
    starts_on         TEXT NOT NULL,
    ends_on           TEXT NOT NULL,
    evening_starts    TEXT NOT NULL,
    evening_ends      TEXT NOT NULL,
    contact_id        INTEGER REFERENCES person (id),
    signature_lines   TEXT NOT NULL DEFAULT '',
    signer_id         INTEGER REFERENCES person (id),
    -- Mark of who drafts the plan, and how many copies: `PL.(300)`.
    drafter           TEXT,
    plan_number       INTEGER,
    plan_date         TEXT,
    plan_month        TEXT,
    illustration      TEXT,
    link_url          TEXT,
    link_confirmed_on TEXT,
    link_confirmed_by INTEGER REFERENCES account (id),
    -- Why contacts of people are kept, and until when (Luật 91/2025/QH15).
    data_purpose      TEXT,
    retain_until      TEXT,
    CHECK (starts_on <= ends_on),
    CHECK ((link_url IS NULL) = (link_confirmed_on IS NULL))
) STRICT;

CREATE TABLE recipient (
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    place       INTEGER NOT NULL,
    name        TEXT NOT NULL,
    PRIMARY KEY (campaign_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    place       INTEGER NOT NULL,
    clause      TEXT NOT NULL,
    name        TEXT NOT NULL,
    numerator   TEXT NOT NULL CHECK (numerator IN ('informed', 'installed', 'account', 'activated', 'households_met')),
    denominator TEXT NOT NULL CHECK (denominator IN ('smartphone15', 'people15', 'households', 'people_met')),
    percent     INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),
    by_day      TEXT NOT NULL
) STRICT;

CREATE TABLE plan_section (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    place       INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('bases', 'text', 'part', 'appendix')),
    heading     TEXT,
    body        TEXT NOT NULL
) STRICT;

CREATE TABLE task_group (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    place       INTEGER NOT NULL,
    unit        TEXT NOT NULL
) STRICT;

CREATE TABLE task (
    id             INTEGER PRIMARY KEY,
    task_group_id  INTEGER NOT NULL REFERENCES task_group (id),
    place          INTEGER NOT NULL,
    body           TEXT NOT NULL,
    -- A duty with a rhythm: at least once in so many days.
    every_days     INTEGER CHECK (every_days > 0),
    due_on         TEXT,
    responsible_id INTEGER REFERENCES person (id),
    state          TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'doing', 'done')),
    note           TEXT
) STRICT;

-- What was done for a task on a day: each news item of a duty with a rhythm, the result of another.
CREATE TABLE task_record (
    id      INTEGER PRIMARY KEY,
    task_id INTEGER NOT NULL REFERENCES task (id),
    on_day  TEXT NOT NULL,
    note    TEXT NOT NULL,
    -- Where it can be seen: a link, a document number, a place.
    proof   TEXT
) STRICT;

-- A unit outside every rate, whose people are residents already counted: a school.
CREATE TABLE reporting_unit (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    place       INTEGER NOT NULL,
    name        TEXT NOT NULL,
    due_on      TEXT,
    contact_id  INTEGER REFERENCES person (id),
    UNIQUE (campaign_id, name)
) STRICT;

-- What such units count: teachers, staff, parents.
CREATE TABLE unit_indicator (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    place       INTEGER NOT NULL,
    label       TEXT NOT NULL,
    UNIQUE (campaign_id, label)
) STRICT;

-- Blank is no row: never zero.
CREATE TABLE unit_figure (
    unit_id      INTEGER NOT NULL REFERENCES reporting_unit (id),
    indicator_id INTEGER NOT NULL REFERENCES unit_indicator (id),
    as_of        TEXT NOT NULL,
    -- How many there are, and how many of them have done it.
    people       INTEGER CHECK (people >= 0),
    done         INTEGER CHECK (done >= 0),
    PRIMARY KEY (unit_id, indicator_id, as_of)
) STRICT, WITHOUT ROWID;

CREATE TABLE area (
    id              INTEGER PRIMARY KEY,
    campaign_id     INTEGER NOT NULL REFERENCES campaign (id),
    place           INTEGER NOT NULL,
    name            TEXT NOT NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('residential_group', 'village', 'apartment_block', 'housing_estate')),
    cluster         TEXT,
    leader_id       INTEGER REFERENCES person (id),
    self_report_due TEXT,
    -- First and last day of an area that came or went within the campaign; it keeps its past.
    began_on        TEXT,
    ended_on        TEXT,
    ended_because   TEXT,
    CHECK ((ended_on IS NULL) = (ended_because IS NULL))
) STRICT;

-- Two areas of one name only if one of them is past.
CREATE UNIQUE INDEX area_by_name ON area (campaign_id, name) WHERE ended_on IS NULL;

-- What an area was called up to and including a day, so that an old paper reads as it was.
CREATE TABLE area_name (
    area_id INTEGER NOT NULL REFERENCES area (id),
    until   TEXT NOT NULL,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('residential_group', 'village', 'apartment_block', 'housing_estate')),
    cluster TEXT,
    because TEXT NOT NULL,
    PRIMARY KEY (area_id, until)
) STRICT, WITHOUT ROWID;

-- Which areas came out of which: a split has one source and several heirs, a merge the reverse.
CREATE TABLE area_heir (
    source_id INTEGER NOT NULL REFERENCES area (id),
    heir_id   INTEGER NOT NULL REFERENCES area (id),
    on_day    TEXT NOT NULL,
    PRIMARY KEY (source_id, heir_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE area_base (
    id            INTEGER PRIMARY KEY,
    area_id       INTEGER NOT NULL REFERENCES area (id),
    as_of         TEXT NOT NULL,
    source        TEXT NOT NULL,
    households    INTEGER CHECK (households >= 0),
    people_15     INTEGER CHECK (people_15 >= 0),
    smartphone_15 INTEGER CHECK (smartphone_15 >= 0),
    installed     INTEGER CHECK (installed >= 0),
    UNIQUE (area_id, as_of, source)
) STRICT;

CREATE TABLE force (
    id             INTEGER PRIMARY KEY,
    campaign_id    INTEGER NOT NULL REFERENCES campaign (id),
    place          INTEGER NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('head', 'local', 'detailed', 'cooperating')),
    name           TEXT NOT NULL,
    role           TEXT,
    quota          INTEGER CHECK (quota > 0),
    detailing      TEXT,
    detailed_by_id INTEGER REFERENCES person (id)
) STRICT;

CREATE TABLE member (
    id        INTEGER PRIMARY KEY,
    force_id  INTEGER NOT NULL REFERENCES force (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    -- Last day of a member who left; evenings before keep the roster.
    left_on   TEXT,
    UNIQUE (force_id, person_id)
) STRICT;

-- Who looked at or took out contacts, and whose were deleted. Holds no contact itself.
CREATE TABLE contact_access (
    id         INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,
    account_id INTEGER REFERENCES account (id),
    what       TEXT NOT NULL CHECK (what IN ('viewed', 'printed', 'exported', 'deleted')),
    -- Of one person; null for a list, whose length is in how_many.
    person_id  INTEGER REFERENCES person (id),
    how_many   INTEGER NOT NULL DEFAULT 1 CHECK (how_many >= 0)
) STRICT;

CREATE TABLE team (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    number      INTEGER NOT NULL,
    name        TEXT NOT NULL,
    UNIQUE (campaign_id, number)
) STRICT;

CREATE TABLE visit (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    area_id     INTEGER NOT NULL REFERENCES area (id),
    on_day      TEXT NOT NULL,
    starts      TEXT NOT NULL,
    ends        TEXT NOT NULL,
    cancelled   TEXT
) STRICT;

CREATE INDEX visit_by_day ON visit (campaign_id, on_day);

CREATE TABLE visit_team (
    visit_id INTEGER NOT NULL REFERENCES visit (id),
    team_id  INTEGER NOT NULL REFERENCES team (id),
    PRIMARY KEY (visit_id, team_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit_member (
    visit_id  INTEGER NOT NULL REFERENCES visit (id),
    member_id INTEGER NOT NULL REFERENCES member (id),
    team_id   INTEGER NOT NULL REFERENCES team (id),
    -- Members of a team who knock at doors together carry the same number.
    pair      INTEGER CHECK (pair > 0),
    PRIMARY KEY (visit_id, member_id)
) STRICT, WITHOUT ROWID;

-- A day on which nobody goes out, beside the public holidays the program knows; or one of those on which
-- people go out all the same.
CREATE TABLE day_off (
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    on_day      TEXT NOT NULL,
    name        TEXT NOT NULL,
    works       INTEGER NOT NULL DEFAULT 0 CHECK (works IN (0, 1)),
    PRIMARY KEY (campaign_id, on_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE form (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    version     INTEGER NOT NULL,
    -- The sum over the boxes marked so is written on the sheet and compared.
    control     INTEGER NOT NULL DEFAULT 0 CHECK (control IN (0, 1)),
    UNIQUE (campaign_id, version)
) STRICT;

CREATE TABLE indicator (
    form_id INTEGER NOT NULL REFERENCES form (id),
    place   INTEGER NOT NULL,
    box     TEXT NOT NULL,
    label   TEXT NOT NULL,
    grouped TEXT NOT NULL CHECK (grouped IN ('households', 'people', 'reasons')),
    meaning TEXT NOT NULL,
    help    TEXT,
    control INTEGER NOT NULL DEFAULT 0 CHECK (control IN (0, 1)),
    -- Digits after which the cursor moves on by itself.
    width   INTEGER CHECK (width BETWEEN 1 AND 5),
    PRIMARY KEY (form_id, place),
    UNIQUE (form_id, box)
) STRICT, WITHOUT ROWID;

CREATE TABLE form_check (
    form_id  INTEGER NOT NULL REFERENCES form (id),
    place    INTEGER NOT NULL,
    rule     TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('hard', 'soft')),
    words    TEXT NOT NULL,
    PRIMARY KEY (form_id, place)
) STRICT, WITHOUT ROWID;

-- The id is the serial number that the short code is a permutation of.
CREATE TABLE sheet (
    id               INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 999999),
    campaign_id      INTEGER NOT NULL REFERENCES campaign (id),
    code             TEXT NOT NULL UNIQUE CHECK (length(code) = 7),
    kind             TEXT NOT NULL CHECK (kind IN ('regular', 'spare', 'self_report', 'summary')),
    visit_id         INTEGER REFERENCES visit (id),
    area_id          INTEGER REFERENCES area (id),
    team_id          INTEGER REFERENCES team (id),
    n                INTEGER NOT NULL CHECK (n > 0),
    of               INTEGER NOT NULL CHECK (of >= n),
    form_id          INTEGER NOT NULL REFERENCES form (id),
    state            TEXT NOT NULL CHECK (state IN
        ('printed', 'spare', 'handed_out', 'returned', 'keyed', 'verified', 'locked', 'void', 'duplicate', 'lost')),
    -- Why it is void, lost or taken for a duplicate.
    state_because    TEXT,
    -- What a self-reported sheet stands for; other sheets take the evening of their visit.
    as_of            TEXT,
    accepted_because TEXT,
    note             TEXT,
    -- In whose hands it was given.
    holder_id        INTEGER REFERENCES person (id),
    handed_out_on    TEXT,
    -- The spoilt or lost sheet that this spare stands for.
    replaces_id      INTEGER REFERENCES sheet (id),
    -- The sheet whose code a second paper bears, which this one stands for.
    copy_of_id       INTEGER REFERENCES sheet (id),
    CHECK (kind <> 'self_report' OR (area_id IS NOT NULL AND visit_id IS NULL)),
    CHECK (kind NOT IN ('regular', 'summary') OR visit_id IS NOT NULL)
) STRICT;

CREATE INDEX sheet_by_visit ON sheet (visit_id, team_id, kind, n);

CREATE INDEX sheet_by_replaced ON sheet (replaces_id) WHERE replaces_id IS NOT NULL;
-- How far a campaign is is asked after every box, and rates are added up in its order.
CREATE INDEX sheet_by_state ON sheet (campaign_id, state, kind, visit_id, form_id, area_id);
CREATE INDEX sheet_by_area ON sheet (area_id) WHERE area_id IS NOT NULL;

-- A printed sheet opens and prints as it was printed: its form is never changed, also not by an undo.
CREATE TRIGGER printed_sheet_keeps_boxes_update BEFORE UPDATE ON indicator
WHEN EXISTS (SELECT 1 FROM sheet WHERE form_id = OLD.form_id)
BEGIN
    SELECT RAISE(ABORT, 'a printed sheet keeps its form');
END;

CREATE TRIGGER printed_sheet_keeps_boxes_delete BEFORE DELETE ON indicator
WHEN EXISTS (SELECT 1 FROM sheet WHERE form_id = OLD.form_id)
BEGIN
    SELECT RAISE(ABORT, 'a printed sheet keeps its form');
END;

CREATE TRIGGER printed_sheet_keeps_checks_update BEFORE UPDATE ON form_check
WHEN EXISTS (SELECT 1 FROM sheet WHERE form_id = OLD.form_id)
BEGIN
    SELECT RAISE(ABORT, 'a printed sheet keeps its form');
END;

CREATE TRIGGER printed_sheet_keeps_checks_delete BEFORE DELETE ON form_check
WHEN EXISTS (SELECT 1 FROM sheet WHERE form_id = OLD.form_id)
BEGIN
    SELECT RAISE(ABORT, 'a printed sheet keeps its form');
END;

CREATE TRIGGER printed_sheet_keeps_control BEFORE UPDATE ON form
WHEN EXISTS (SELECT 1 FROM sheet WHERE form_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'a printed sheet keeps its form');
END;

-- One row a box. A blank box has no row or a NULL: never zero.
CREATE TABLE tally (
    sheet_id INTEGER NOT NULL REFERENCES sheet (id),
    -- 1 what counts, first keyed by the first person; 2 keyed by a second person, blind; 3 where they differ
    -- the second person again, still blind; 4 decided by a third. 0 what was first keyed, where the third
    -- decided otherwise: 1 then holds what the third keyed.
    keying   INTEGER NOT NULL CHECK (keying BETWEEN 0 AND 4),
    box      TEXT NOT NULL,
    value    INTEGER CHECK (value >= 0),
    keyed_by INTEGER REFERENCES account (id),
    keyed_at TEXT NOT NULL,
    -- Keys pressed for it.
    keys     INTEGER NOT NULL DEFAULT 0 CHECK (keys >= 0),
    PRIMARY KEY (sheet_id, keying, box)
) STRICT, WITHOUT ROWID;

-- Something unlikely about a sheet that somebody has looked at and accepted: a soft check, an outlier,
-- results that another sheet has too. It holds while the figures are those it was accepted for.
CREATE TABLE accepted_flag (
    sheet_id   INTEGER NOT NULL REFERENCES sheet (id),
    -- The check's rule, `outlier [7]`, `same 0412345`.
    flag       TEXT NOT NULL,
    figures    TEXT NOT NULL,
    reason     TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at         TEXT NOT NULL,
    PRIMARY KEY (sheet_id, flag)
) STRICT, WITHOUT ROWID;

-- A scan or photo of a sheet, or of what was posted; its bytes are known by their hash.
CREATE TABLE attachment (
    id         INTEGER PRIMARY KEY,
    sheet_id   INTEGER REFERENCES sheet (id),
    posting_id INTEGER REFERENCES posting (id),
    name       TEXT NOT NULL,
    mime       TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'application/pdf')),
    sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
    size       INTEGER NOT NULL CHECK (size > 0),
    account_id INTEGER NOT NULL REFERENCES account (id),
    at         TEXT NOT NULL,
    CHECK ((sheet_id IS NULL) <> (posting_id IS NULL))
) STRICT;

CREATE INDEX attachment_by_sheet ON attachment (sheet_id) WHERE sheet_id IS NOT NULL;
CREATE INDEX attachment_by_posting ON attachment (posting_id) WHERE posting_id IS NOT NULL;

-- A packet of sheets that came back, with the number on its receipt.
CREATE TABLE receipt (
    id            INTEGER PRIMARY KEY,
    campaign_id   INTEGER NOT NULL REFERENCES campaign (id),
    number        INTEGER NOT NULL CHECK (number > 0),
    at            TEXT NOT NULL,
    account_id    INTEGER NOT NULL REFERENCES account (id),
    brought_by_id INTEGER REFERENCES person (id),
    UNIQUE (campaign_id, number)
) STRICT;

CREATE TABLE receipt_sheet (
    receipt_id INTEGER NOT NULL REFERENCES receipt (id),
    sheet_id   INTEGER NOT NULL REFERENCES sheet (id),
    PRIMARY KEY (receipt_id, sheet_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX receipt_of_sheet ON receipt_sheet (sheet_id);

-- How much of a campaign is keyed a second time. No row: nothing is asked for.
CREATE TABLE verification (
    campaign_id INTEGER PRIMARY KEY REFERENCES campaign (id),
    mode        TEXT NOT NULL CHECK (mode IN ('all', 'one_in', 'aimed')),
    -- 1 in `every`, beginning with the `start`th.
    every       INTEGER CHECK (every > 1),
    start       INTEGER CHECK (start BETWEEN 1 AND every),
    -- Wrong boxes among a thousand that the leader accepts.
    ceiling     INTEGER CHECK (ceiling > 0),
    account_id  INTEGER NOT NULL REFERENCES account (id),
    at          TEXT NOT NULL,
    CHECK ((mode = 'one_in') = (every IS NOT NULL) AND (mode = 'one_in') = (start IS NOT NULL)),
    CHECK ((mode = 'aimed') = (ceiling IS NOT NULL))
) STRICT;

-- A question about figures, which somebody answers by a day.
CREATE TABLE query (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    sheet_id    INTEGER REFERENCES sheet (id),
    visit_id    INTEGER REFERENCES visit (id),
    box         TEXT,
    body        TEXT NOT NULL,
    owner_id    INTEGER REFERENCES person (id),
    due_on      TEXT NOT NULL,
    opened_by   INTEGER NOT NULL REFERENCES account (id),
    opened_at   TEXT NOT NULL,
    answer      TEXT,
    closed_by   INTEGER REFERENCES account (id),
    closed_at   TEXT,
    -- Answers that did not settle it, one a line.
    earlier     TEXT NOT NULL DEFAULT '',
    CHECK (sheet_id IS NOT NULL OR visit_id IS NOT NULL),
    CHECK ((answer IS NULL) = (closed_at IS NULL) AND (answer IS NULL) = (closed_by IS NULL))
) STRICT;

-- An evening that a leader approved, or an area's own report: its sheets are locked while the row is there.
CREATE TABLE approval (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    on_day      TEXT,
    area_id     INTEGER REFERENCES area (id),
    account_id  INTEGER NOT NULL REFERENCES account (id),
    at          TEXT NOT NULL,
    -- Said of what was missing.
    note        TEXT,
    CHECK ((on_day IS NULL) <> (area_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX approval_of_evening ON approval (campaign_id, on_day) WHERE on_day IS NOT NULL;
CREATE UNIQUE INDEX approval_of_area ON approval (area_id) WHERE area_id IS NOT NULL;

-- The office's own wording of a kind of paper; without rows the program's own is used.
CREATE TABLE template_section (
    paper   TEXT NOT NULL,
    place   INTEGER NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('bases', 'text', 'part', 'appendix')),
    heading TEXT,
    body    TEXT NOT NULL,
    PRIMARY KEY (paper, place)
) STRICT, WITHOUT ROWID;

-- An official document: a draft until it is issued, frozen from then on. The plan's own text lives in
-- plan_section: of the plan only what was issued has a row.
CREATE TABLE document (
    id                 INTEGER PRIMARY KEY,
    campaign_id        INTEGER NOT NULL REFERENCES campaign (id),
    kind               TEXT NOT NULL CHECK (kind IN ('plan', 'amendment', 'report', 'commendation', 'print_cost',
        'notice', 'invitation', 'chase', 'introduction')),
    subject            TEXT NOT NULL,
    addressees         TEXT NOT NULL DEFAULT '',
    recipients         TEXT NOT NULL DEFAULT '',
    signature_lines    TEXT NOT NULL DEFAULT '',
    signer_id          INTEGER REFERENCES person (id),
    -- Mark of who drafted it, and how many copies: `PL.(300)`.
    drafter            TEXT,
    -- First and last day it speaks of: a report's period, a notice's evenings.
    from_day           TEXT,
    to_day             TEXT,
    -- What it is about, where that is one evening of one team.
    visit_id           INTEGER REFERENCES visit (id),
    team_id            INTEGER REFERENCES team (id),
    -- When and where a meeting is held.
    held_on            TEXT,
    held_at            TEXT,
    held_in            TEXT,
    -- Given after signing.
    number             INTEGER CHECK (number > 0),
    dated              TEXT,
    issued_at          TEXT,
    issued_by          INTEGER REFERENCES account (id),
    amends_id          INTEGER REFERENCES document (id),
    pdf_sha256         TEXT CHECK (length(pdf_sha256) = 64),
    docx_sha256        TEXT CHECK (length(docx_sha256) = 64),
    description_sha256 TEXT CHECK (length(description_sha256) = 64),
    CHECK ((issued_at IS NULL) = (number IS NULL) AND (issued_at IS NULL) = (dated IS NULL)),
    CHECK ((issued_at IS NULL) = (pdf_sha256 IS NULL) AND (issued_at IS NULL) = (docx_sha256 IS NULL)
        AND (issued_at IS NULL) = (description_sha256 IS NULL)),
    CHECK ((kind = 'amendment') = (amends_id IS NOT NULL))
) STRICT;

CREATE INDEX document_by_kind ON document (campaign_id, kind);

-- A draft's own words.
CREATE TABLE document_section (
    document_id INTEGER NOT NULL REFERENCES document (id),
    place       INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('bases', 'text', 'part', 'appendix')),
    heading     TEXT,
    body        TEXT NOT NULL,
    PRIMARY KEY (document_id, place)
) STRICT, WITHOUT ROWID;

-- Whom a tờ trình proposes for commendation: an area, a unit of the plan, or a person.
CREATE TABLE nominee (
    document_id   INTEGER NOT NULL REFERENCES document (id),
    place         INTEGER NOT NULL,
    area_id       INTEGER REFERENCES area (id),
    task_group_id INTEGER REFERENCES task_group (id),
    person_id     INTEGER REFERENCES person (id),
    reason        TEXT NOT NULL,
    PRIMARY KEY (document_id, place),
    CHECK ((area_id IS NOT NULL) + (task_group_id IS NOT NULL) + (person_id IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

-- An issued document is never changed, also not by an undo.
CREATE TRIGGER issued_document_keeps_row BEFORE UPDATE ON document WHEN OLD.issued_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued document is frozen');
END;

CREATE TRIGGER issued_document_stays BEFORE DELETE ON document WHEN OLD.issued_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued document is frozen');
END;

CREATE TRIGGER issued_document_keeps_words_insert BEFORE INSERT ON document_section
WHEN (SELECT issued_at FROM document WHERE id = NEW.document_id) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued document is frozen');
END;

CREATE TRIGGER issued_document_keeps_words_delete BEFORE DELETE ON document_section
WHEN (SELECT issued_at FROM document WHERE id = OLD.document_id) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued document is frozen');
END;

CREATE TRIGGER issued_document_keeps_words_update BEFORE UPDATE ON document_section
WHEN (SELECT issued_at FROM document WHERE id = OLD.document_id) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued document is frozen');
END;

CREATE TRIGGER issued_document_keeps_nominees_insert BEFORE INSERT ON nominee
WHEN (SELECT issued_at FROM document WHERE id = NEW.document_id) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued document is frozen');
END;

CREATE TRIGGER issued_document_keeps_nominees_delete BEFORE DELETE ON nominee
WHEN (SELECT issued_at FROM document WHERE id = OLD.document_id) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an issued document is frozen');
END;

CREATE TRIGGER issued_content_is_kept_update BEFORE UPDATE ON document_content
BEGIN
    SELECT RAISE(ABORT, 'an issued document is frozen');
END;

CREATE TRIGGER issued_content_is_kept_delete BEFORE DELETE ON document_content
BEGIN
    SELECT RAISE(ABORT, 'an issued document is frozen');
END;

-- A report as it left the office: its figures and files are frozen.
CREATE TABLE report (
    id           INTEGER PRIMARY KEY,
    campaign_id  INTEGER NOT NULL REFERENCES campaign (id),
    -- Running number within the campaign, in the footers of its files: `BC-003`.
    n            INTEGER NOT NULL CHECK (n > 0),
    kind         TEXT NOT NULL CHECK (kind IN ('daily', 'weekly', 'final', 'custom')),
    from_day     TEXT,
    to_day       TEXT NOT NULL,
    as_of        TEXT NOT NULL,
    -- Whom it was sent to.
    authority_id INTEGER REFERENCES authority (id),
    -- The numbered document that was issued with it.
    document_id  INTEGER REFERENCES document (id),
    issued_at    TEXT NOT NULL,
    issued_by    INTEGER NOT NULL REFERENCES account (id),
    -- Head of the journal before it was issued.
    journal_seq  INTEGER NOT NULL,
    journal_head TEXT NOT NULL CHECK (length(journal_head) = 64),
    xlsx_sha256  TEXT NOT NULL CHECK (length(xlsx_sha256) = 64),
    pdf_sha256   TEXT CHECK (length(pdf_sha256) = 64),
    docx_sha256  TEXT CHECK (length(docx_sha256) = 64),
    UNIQUE (campaign_id, n),
    CHECK ((document_id IS NULL) = (pdf_sha256 IS NOT NULL) AND (pdf_sha256 IS NULL) = (docx_sha256 IS NULL))
) STRICT;

CREATE TRIGGER issued_report_keeps_row BEFORE UPDATE ON report
BEGIN
    SELECT RAISE(ABORT, 'an issued report is frozen');
END;

CREATE TRIGGER issued_report_stays BEFORE DELETE ON report
BEGIN
    SELECT RAISE(ABORT, 'an issued report is frozen');
END;

CREATE TRIGGER issued_report_content_is_kept_update BEFORE UPDATE ON report_content
BEGIN
    SELECT RAISE(ABORT, 'an issued report is frozen');
END;

CREATE TRIGGER issued_report_content_is_kept_delete BEFORE DELETE ON report_content
BEGIN
    SELECT RAISE(ABORT, 'an issued report is frozen');
END;

-- The newest packet of each ward, where reports of many wards are brought together.
CREATE TABLE ward_packet (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    -- Random name of the ward's office file: whose packet it is, whatever the ward is called by then.
    office_uid  TEXT NOT NULL,
    name        TEXT NOT NULL,
    from_day    TEXT,
    to_day      TEXT NOT NULL,
    as_of       TEXT NOT NULL,
    -- Number of the newest entry of the ward's journal, and its head as the report prints it.
    journal_seq INTEGER NOT NULL,
    -- The key the ward first came with, in hexadecimal digits: no other key seals under its name.
    public_key  TEXT NOT NULL CHECK (length(public_key) = 64),
    -- `BC-003`; null if the ward sent what it had not issued.
    report      TEXT,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
    file_name   TEXT NOT NULL,
    at          TEXT NOT NULL,
    account_id  INTEGER REFERENCES account (id),
    UNIQUE (campaign_id, office_uid)
) STRICT;

-- How this campaign's flyers look and what they say; what is blank is the program's own.
CREATE TABLE flyer (
    campaign_id INTEGER PRIMARY KEY REFERENCES campaign (id),
    design      TEXT NOT NULL CHECK (design IN ('evening', 'steps', 'invitation')),
    headline    TEXT,
    -- One a line.
    steps       TEXT NOT NULL DEFAULT ''
) STRICT;

-- A paper that was saved to be printed, what it was made from, and what it says of the evenings: when the
-- office file says otherwise, it is stale.
CREATE TABLE printing (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    kind        TEXT NOT NULL,
    at          TEXT NOT NULL,
    account_id  INTEGER REFERENCES account (id),
    file_name   TEXT NOT NULL,
    -- In words: `A5, 2 trên một tờ, mẫu 1, in màu; đường dẫn …`.
    made_from   TEXT NOT NULL,
    -- 0: it has none (a picture, a text).
    pages       INTEGER NOT NULL CHECK (pages >= 0),
    -- The command and its request (JSON), to make it again; null if the request may hold a person's name.
    command     TEXT,
    request     TEXT,
    CHECK ((command IS NULL) = (request IS NULL))
) STRICT;

CREATE TABLE printed (
    printing_id INTEGER NOT NULL REFERENCES printing (id),
    n           INTEGER NOT NULL,
    visit_id    INTEGER REFERENCES visit (id),
    area_id     INTEGER REFERENCES area (id),
    -- A paper outlives the team it was for, and the draft: no reference.
    team_id     INTEGER,
    document_id INTEGER,
    says        TEXT NOT NULL,
    PRIMARY KEY (printing_id, n),
    CHECK (team_id IS NULL OR visit_id IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- A public place where papers are posted; without an area it serves the whole ward.
CREATE TABLE posting_place (
    id          INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    area_id     INTEGER REFERENCES area (id),
    name        TEXT NOT NULL,
    keeper_id   INTEGER REFERENCES person (id),
    note        TEXT
) STRICT;

CREATE TABLE posting (
    id         INTEGER PRIMARY KEY,
    place_id   INTEGER NOT NULL REFERENCES posting_place (id),
    -- What hangs there: `Áp phích A3`.
    what       TEXT NOT NULL,
    copies     INTEGER NOT NULL CHECK (copies > 0),
    posted_on  TEXT NOT NULL,
    -- Who put it up.
    by_id      INTEGER REFERENCES person (id),
    taken_down TEXT,
    note       TEXT
) STRICT;

CREATE INDEX posting_by_place ON posting (place_id);

-- A line of the estimate of prints and their cost.
CREATE TABLE cost_line (
    id            INTEGER PRIMARY KEY,
    campaign_id   INTEGER NOT NULL REFERENCES campaign (id),
    place         INTEGER NOT NULL,
    name          TEXT NOT NULL,
    unit          TEXT NOT NULL,
    -- What it is counted by, and how many for each hundred of them.
    basis         TEXT NOT NULL CHECK (basis IN ('household', 'area', 'evening', 'team_evening', 'sheet', 'place', 'once')),
    per_hundred   INTEGER NOT NULL CHECK (per_hundred > 0),
    spare_percent INTEGER NOT NULL DEFAULT 0 CHECK (spare_percent BETWEEN 0 AND 100),
    -- In đồng; blank until the office knows it.
    unit_price    INTEGER CHECK (unit_price >= 0)
) STRICT;
