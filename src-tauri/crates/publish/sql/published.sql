SELECT p.facts_version, p.to_day, p.as_of, p.journal_seq, p.digest
FROM dim_ward w JOIN publication p USING (ward_key)
WHERE w.office_uid = $1
