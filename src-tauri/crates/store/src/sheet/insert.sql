INSERT INTO sheet (id, campaign_id, code, kind, visit_id, area_id, team_id, n, of, form_id, state, replaces_id, copy_of_id)
VALUES (:id, :campaign_id, :code, :kind, :visit_id, :area_id, :team_id, :n, :of, :form_id, :state, :replaces_id, :copy_of_id)
