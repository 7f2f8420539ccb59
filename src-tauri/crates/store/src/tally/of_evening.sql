SELECT tally.sheet_id, tally.box, tally.value
FROM visit
JOIN sheet ON sheet.visit_id = visit.id
JOIN tally ON tally.sheet_id = sheet.id
WHERE visit.campaign_id = ?1 AND visit.on_day = ?2 AND tally.keying = 1 AND tally.value IS NOT NULL
