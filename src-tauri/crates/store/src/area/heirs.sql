SELECT source_id, heir_id, on_day
FROM area_heir
JOIN area ON area.id = heir_id
WHERE campaign_id = ?1
ORDER BY on_day, source_id, heir_id
