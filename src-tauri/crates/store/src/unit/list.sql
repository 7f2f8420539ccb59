SELECT id, name, due_on, contact_id FROM reporting_unit WHERE campaign_id = ?1 ORDER BY place, id
