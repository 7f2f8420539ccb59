SELECT seq, format, at, who, op, why, changes, previous, link
FROM journal
WHERE op <> 'baseline'
  AND (changes LIKE '%["area%' OR changes LIKE '%["visit",%' OR changes LIKE '%["sheet",%')
ORDER BY seq
