INSERT INTO force (campaign_id, place, kind, name, role, quota, detailing, detailed_by_id)
SELECT :campaign_id, 1 + COALESCE(MAX(place), 0), :kind, :name, :role, :quota, :detailing, :detailed_by_id
FROM force
WHERE campaign_id = :campaign_id
