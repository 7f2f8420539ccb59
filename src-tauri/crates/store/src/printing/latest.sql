SELECT printed.says
FROM printed
JOIN printing ON printing.id = printed.printing_id
WHERE printed.visit_id = ?1 AND printed.team_id IS NULL AND printing.kind = ?2
ORDER BY printing.id DESC
LIMIT 1
