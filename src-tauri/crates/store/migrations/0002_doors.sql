-- Doors: how long a signed-in screen may stand alone, wrong PINs, PINs that somebody else set; and what the
-- last full check of the file found.

-- The office's own rule; without a row the program's usual one holds.
CREATE TABLE door (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    -- After so many minutes without a key or a movement the screen is locked.
    idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 240)
) STRICT;

-- Local: wrong PINs in a row; the row goes with the right one.
CREATE TABLE wrong_pin (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    times      INTEGER NOT NULL CHECK (times > 0),
    -- RFC 3339, of the last one.
    at         TEXT NOT NULL
) STRICT;

-- Set by an administrator for somebody else: to be changed at the next sign-in.
ALTER TABLE account_pin ADD COLUMN lent INTEGER NOT NULL DEFAULT 0 CHECK (lent IN (0, 1));

-- Unlock sheets that were printed. The last one opens the door, once; its code is a secret.
CREATE TABLE unlock_sheet (
    id       INTEGER PRIMARY KEY,
    -- RFC 3339.
    made_at  TEXT NOT NULL,
    made_by  INTEGER NOT NULL REFERENCES account (id),
    used_at  TEXT,
    used_for INTEGER REFERENCES account (id),
    CHECK ((used_at IS NULL) = (used_for IS NULL))
) STRICT;

-- Administrators who have read that it was used.
CREATE TABLE unlock_seen (
    sheet_id   INTEGER NOT NULL REFERENCES unlock_sheet (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (sheet_id, account_id)
) STRICT, WITHOUT ROWID;

-- Local: the last full check.
CREATE TABLE last_check (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    at       TEXT NOT NULL,
    -- Entries of the journal it walked.
    entries  INTEGER NOT NULL,
    findings INTEGER NOT NULL
) STRICT;

-- The journal is looked through by person and by day.
CREATE INDEX journal_by_who ON journal (who, seq);
CREATE INDEX journal_by_at ON journal (at);
-- Of one person too, when deeds of a kind are asked for.
CREATE INDEX journal_by_op ON journal (op, who);

-- Local: which sheets, evenings, areas, teams and days an entry speaks of, so that theirs are found without reading
-- the others. Made from the journal alone.
CREATE TABLE mention (
    noun TEXT NOT NULL CHECK (noun IN ('sheet', 'visit', 'area', 'team', 'day')),
    -- A day as a number: 20241112.
    id   INTEGER NOT NULL,
    seq  INTEGER NOT NULL,
    PRIMARY KEY (noun, id, seq)
) STRICT, WITHOUT ROWID;

-- Deeds that were done in this file: the entries file beside it is told, so that a file that lost some is known.
ALTER TABLE file ADD COLUMN writes INTEGER NOT NULL DEFAULT 0;

-- What is out and what is back is counted by evening, team and hands, on every first screen: from here alone, in the
-- order it is asked in.
CREATE INDEX sheet_by_hands ON sheet (campaign_id, visit_id, area_id, team_id, holder_id, kind, state, handed_out_on);
-- Where two people differ is asked as often; few boxes are keyed a second time.
CREATE INDEX tally_second ON tally (sheet_id, keying, box, value) WHERE keying = 2;
