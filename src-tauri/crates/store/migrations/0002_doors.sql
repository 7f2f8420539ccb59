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
