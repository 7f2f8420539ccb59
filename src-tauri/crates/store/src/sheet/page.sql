SELECT sheet.id, sheet.code, sheet.kind, sheet.visit_id, COALESCE(sheet.area_id, visit.area_id) AS area_id, sheet.team_id,
       sheet.n, sheet.of, sheet.form_id, sheet.state, COALESCE(visit.on_day, sheet.as_of) AS on_day,
       visit.cancelled IS NOT NULL AS called_off, sheet.accepted_because,
       sheet.note, sheet.holder_id, sheet.handed_out_on, sheet.replaces_id, sheet.copy_of_id, sheet.state_because
FROM sheet
LEFT JOIN visit ON visit.id = sheet.visit_id
-- A page goes on where the last one ended: the plus keeps to the ids.
WHERE +sheet.campaign_id = :campaign_id AND sheet.id > :after
  AND (:kind IS NULL OR sheet.kind = :kind)
  AND (:state IS NULL OR sheet.state = :state)
  AND (:out_before IS NULL OR (sheet.state IN ('printed', 'handed_out') AND sheet.kind <> 'summary'
       AND visit.on_day < :out_before AND visit.cancelled IS NULL))
ORDER BY sheet.id
LIMIT :limit
