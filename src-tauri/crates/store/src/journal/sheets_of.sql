-- Sheets of an evening, an area and a team, as far as each is asked for.
SELECT sheet.id
FROM sheet
LEFT JOIN visit ON visit.id = sheet.visit_id
WHERE sheet.campaign_id = :campaign
  AND (:on IS NULL OR visit.on_day = :on)
  AND (:area IS NULL OR coalesce(visit.area_id, sheet.area_id) = :area)
  AND (:team IS NULL OR sheet.team_id = :team)
