SELECT sheet.id, sheet.code, sheet.visit_id, sheet.area_id, sheet.team_id, sheet.holder_id, sheet.kind, sheet.state,
       sheet.n, sheet.of
FROM sheet
LEFT JOIN visit ON visit.id = sheet.visit_id
LEFT JOIN team ON team.id = sheet.team_id
WHERE sheet.campaign_id = ?1
  AND sheet.state IN ('printed', 'handed_out')
  AND ((visit.on_day <= ?2 AND visit.cancelled IS NULL) OR sheet.kind = 'self_report')
ORDER BY team.number, sheet.n, sheet.id
