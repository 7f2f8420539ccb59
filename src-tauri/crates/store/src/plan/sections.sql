SELECT id, kind, heading, body FROM plan_section WHERE campaign_id = ?1 ORDER BY place, id
