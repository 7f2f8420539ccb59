SELECT sheet.id, sheet.code, sheet.kind, sheet.visit_id, COALESCE(sheet.area_id, visit.area_id) AS area_id, sheet.team_id,
       sheet.n, sheet.of, sheet.form_id, sheet.state, COALESCE(visit.on_day, sheet.as_of) AS on_day,
       visit.cancelled IS NOT NULL AS called_off, sheet.accepted_because,
       sheet.note, sheet.holder_id, sheet.handed_out_on, sheet.replaces_id, sheet.copy_of_id, sheet.state_because
-- Nearly all of them: read as they lie.
FROM sheet NOT INDEXED
LEFT JOIN visit ON visit.id = sheet.visit_id
LEFT JOIN area ON area.id = COALESCE(sheet.area_id, visit.area_id)
LEFT JOIN team ON team.id = sheet.team_id
WHERE sheet.campaign_id = ?1
ORDER BY visit.on_day IS NULL, visit.on_day, area.place, team.number, sheet.kind, sheet.n, sheet.id
