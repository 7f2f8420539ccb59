INSERT INTO visit (campaign_id, area_id, on_day, starts, ends)
VALUES (:campaign_id, :area_id, :on_day, :starts, :ends)
