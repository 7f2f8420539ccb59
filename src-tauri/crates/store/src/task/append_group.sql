INSERT INTO task_group (campaign_id, place, unit)
SELECT ?1, 1 + COALESCE(MAX(place), 0), ?2
FROM task_group
WHERE campaign_id = ?1
