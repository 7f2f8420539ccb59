SELECT id, office_uid, name, from_day, to_day, as_of, journal_seq, public_key, report, sha256, file_name, at, account_id
FROM ward_packet
WHERE campaign_id = ?1
ORDER BY id
