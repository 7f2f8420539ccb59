-- What lies on the table, and what the last evening before today still owes.
SELECT COUNT(*)
FROM sheet
LEFT JOIN visit ON visit.id = sheet.visit_id
WHERE sheet.campaign_id = ?1
  AND sheet.state IN ('printed', 'handed_out', 'returned')
  AND (sheet.state = 'returned'
    OR (sheet.kind IN ('regular', 'summary') AND visit.cancelled IS NULL AND visit.on_day = (
        SELECT MAX(on_day) FROM visit WHERE campaign_id = ?1 AND cancelled IS NULL AND on_day < ?2)))
