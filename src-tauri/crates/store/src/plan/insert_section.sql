INSERT INTO plan_section (campaign_id, place, kind, heading, body)
SELECT :campaign_id, 1 + COALESCE(MAX(place), 0), :kind, :heading, :body
FROM plan_section
WHERE campaign_id = :campaign_id
