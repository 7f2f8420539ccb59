INSERT INTO receipt (campaign_id, number, at, account_id, brought_by_id)
VALUES (:campaign_id, :number, :at, :account_id, :brought_by_id)
