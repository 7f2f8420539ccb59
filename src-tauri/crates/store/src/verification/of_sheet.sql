SELECT tally.sheet_id, tally.keying, tally.box, tally.value, account.person_id
FROM tally
LEFT JOIN account ON account.id = tally.keyed_by
WHERE tally.sheet_id = ?1
