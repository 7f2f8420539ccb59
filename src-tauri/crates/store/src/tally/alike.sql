SELECT visit_id, kind, state, COUNT(*) AS sheets
FROM sheet
WHERE campaign_id = ?1 AND visit_id IS NOT NULL AND area_id IS NULL
GROUP BY state, kind, visit_id
