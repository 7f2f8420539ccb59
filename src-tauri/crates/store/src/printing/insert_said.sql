INSERT INTO printed (printing_id, n, visit_id, area_id, team_id, document_id, says)
VALUES (:printing_id, :n, :visit_id, :area_id, :team_id, :document_id, :says)
