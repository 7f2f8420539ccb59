SELECT seq, format, at, who, op, why, changes, previous, link
FROM journal
WHERE op = ?1
ORDER BY seq DESC
LIMIT 1
