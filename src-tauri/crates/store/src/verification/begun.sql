SELECT 1
FROM sheet
JOIN tally ON tally.sheet_id = sheet.id AND tally.keying = 2
WHERE sheet.campaign_id = ?1
LIMIT 1
