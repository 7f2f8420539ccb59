SELECT id, on_day, area_id, account_id, at, note FROM approval WHERE campaign_id = ?1 ORDER BY on_day IS NULL, on_day, id
