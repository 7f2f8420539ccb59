SELECT id, area_id, name, keeper_id, note FROM posting_place WHERE id = ?1
