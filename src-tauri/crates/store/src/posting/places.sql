SELECT id, area_id, name, keeper_id, note FROM posting_place WHERE campaign_id = ?1 ORDER BY id
