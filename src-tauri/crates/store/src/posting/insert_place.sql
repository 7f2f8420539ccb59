INSERT INTO posting_place (campaign_id, area_id, name, keeper_id, note)
VALUES (:campaign_id, :area_id, :name, :keeper_id, :note)
