INSERT INTO plan_section (id, campaign_id, place, kind, heading, body)
VALUES (:id, :campaign_id, :place, :kind, :heading, :body)
