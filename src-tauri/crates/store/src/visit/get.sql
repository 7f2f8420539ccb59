SELECT id, area_id, on_day, starts, ends, cancelled FROM visit WHERE id = ?1
