INSERT INTO publication (ward_key, digest, facts_version, journal_seq, report, journal_head, from_day, to_day, as_of,
                         published_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())
ON CONFLICT (ward_key) DO UPDATE
SET digest = excluded.digest, facts_version = excluded.facts_version, journal_seq = excluded.journal_seq,
    report = excluded.report, journal_head = excluded.journal_head, from_day = excluded.from_day,
    to_day = excluded.to_day, as_of = excluded.as_of, published_at = excluded.published_at
