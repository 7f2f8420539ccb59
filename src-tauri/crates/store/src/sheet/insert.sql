INSERT INTO sheet (id, campaign_id, code, kind, visit_id, area_id, team_id, n, of, form_id, state)
VALUES (:id, :campaign_id, :code, :kind, :visit_id, :area_id, :team_id, :n, :of, :form_id, 'printed')
