SELECT id, sheet_id, visit_id, box, body, owner_id, due_on, opened_by, opened_at, answer, closed_by, closed_at, earlier
FROM query
WHERE campaign_id = ?1
ORDER BY answer IS NOT NULL, due_on, id
