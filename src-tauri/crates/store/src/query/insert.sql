INSERT INTO query (campaign_id, sheet_id, visit_id, box, body, owner_id, due_on, opened_by, opened_at)
VALUES (:campaign_id, :sheet_id, :visit_id, :box, :body, :owner_id, :due_on, :opened_by, :opened_at)
