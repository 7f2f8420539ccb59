INSERT INTO reporting_unit (campaign_id, place, name, due_on)
SELECT ?1, 1 + COALESCE(MAX(place), 0), ?2, ?3
FROM reporting_unit
WHERE campaign_id = ?1
