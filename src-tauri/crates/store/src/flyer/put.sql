INSERT INTO flyer (campaign_id, design, headline, steps)
VALUES (:campaign_id, :design, :headline, :steps)
ON CONFLICT (campaign_id) DO UPDATE
SET design = excluded.design, headline = excluded.headline, steps = excluded.steps
