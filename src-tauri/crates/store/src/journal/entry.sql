SELECT seq, format, at, who, op, why, changes, previous, link
FROM journal
WHERE seq = ?1
