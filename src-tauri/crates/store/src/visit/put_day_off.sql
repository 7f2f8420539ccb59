INSERT INTO day_off (campaign_id, on_day, name, works)
VALUES (:campaign_id, :on_day, :name, :works)
ON CONFLICT (campaign_id, on_day) DO UPDATE SET name = excluded.name, works = excluded.works
