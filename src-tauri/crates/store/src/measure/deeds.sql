SELECT journal.seq, journal.at, account.person_id, journal.op, journal.changes
FROM journal
JOIN account ON account.id = journal.who
WHERE journal.op IN ('set_boxes', 'accept_sheet', 'set_second_boxes', 'decide_box')
ORDER BY journal.seq
