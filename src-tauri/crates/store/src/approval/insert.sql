INSERT INTO approval (campaign_id, on_day, area_id, account_id, at, note)
VALUES (:campaign_id, :on_day, :area_id, :account_id, :at, :note)
