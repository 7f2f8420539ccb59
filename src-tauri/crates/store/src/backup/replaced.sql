-- The first entry of a state that took the place of another: brought back, rebuilt.
SELECT seq
FROM journal
WHERE op = 'baseline' AND json_extract(changes, '$.baseline') NOT IN ('new', 'migration')
ORDER BY seq
LIMIT 1
