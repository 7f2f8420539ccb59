SELECT id, kind, name, role, quota, detailing, detailed_by_id
FROM force
WHERE campaign_id = ?1
ORDER BY place, id
