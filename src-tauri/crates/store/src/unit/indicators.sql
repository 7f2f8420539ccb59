SELECT id, label FROM unit_indicator WHERE campaign_id = ?1 ORDER BY place, id
