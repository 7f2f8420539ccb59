INSERT INTO unit_indicator (campaign_id, place, label)
SELECT ?1, 1 + COALESCE(MAX(place), 0), ?2
FROM unit_indicator
WHERE campaign_id = ?1
