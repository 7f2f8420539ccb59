SELECT tally.sheet_id, tally.box, tally.value
FROM tally
JOIN sheet ON sheet.id = tally.sheet_id
WHERE sheet.campaign_id = ?1 AND tally.keying = 1 AND tally.value IS NOT NULL
ORDER BY tally.sheet_id
