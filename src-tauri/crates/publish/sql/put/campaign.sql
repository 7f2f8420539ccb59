INSERT INTO campaign (title, app_name, starts_on, ends_on, illustration)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (one_row) DO UPDATE
SET title = excluded.title, app_name = excluded.app_name, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
    illustration = excluded.illustration
WHERE (campaign.title, campaign.app_name, campaign.starts_on, campaign.ends_on, campaign.illustration)
    IS DISTINCT FROM (excluded.title, excluded.app_name, excluded.starts_on, excluded.ends_on, excluded.illustration)
