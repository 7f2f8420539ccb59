SELECT id, area_id, on_day, starts, ends, cancelled FROM visit WHERE campaign_id = ?1 ORDER BY on_day, starts, id
