INSERT INTO dim_ward (office_uid, name, place, campaign, app_name, starts_on, ends_on, illustration)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (office_uid) DO UPDATE
SET name = excluded.name, place = excluded.place, campaign = excluded.campaign, app_name = excluded.app_name,
    starts_on = excluded.starts_on, ends_on = excluded.ends_on, illustration = excluded.illustration
RETURNING ward_key
