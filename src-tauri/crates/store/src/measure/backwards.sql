SELECT journal.seq, journal.at, account.person_id, journal.op, journal.changes
FROM journal
LEFT JOIN account ON account.id = journal.who
ORDER BY journal.seq DESC
