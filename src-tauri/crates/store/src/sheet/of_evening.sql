SELECT sheet.id, sheet.code, sheet.kind, sheet.visit_id, COALESCE(sheet.area_id, visit.area_id) AS area_id, sheet.team_id,
       sheet.n, sheet.of, sheet.form_id, sheet.state, COALESCE(visit.on_day, sheet.as_of) AS on_day,
       visit.cancelled IS NOT NULL AS called_off, sheet.accepted_because,
       sheet.note, sheet.holder_id, sheet.handed_out_on, sheet.replaces_id, sheet.copy_of_id, sheet.state_because
-- `CROSS JOIN` keeps the order: an evening has few of the campaign's sheets.
FROM visit
CROSS JOIN sheet ON sheet.visit_id = visit.id
LEFT JOIN area ON area.id = COALESCE(sheet.area_id, visit.area_id)
LEFT JOIN team ON team.id = sheet.team_id
WHERE visit.campaign_id = ?1 AND visit.on_day = ?2 AND sheet.campaign_id = ?1
ORDER BY area.place, team.number, sheet.kind, sheet.n, sheet.id
