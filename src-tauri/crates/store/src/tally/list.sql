-- Through the sheets in the order of their ids, in which the boxes lie: nothing is sorted. The plus keeps indexes away.
SELECT tally.sheet_id, tally.box, tally.value
FROM sheet
CROSS JOIN tally ON tally.sheet_id = sheet.id
WHERE +sheet.campaign_id = ?1 AND tally.keying = 1 AND tally.value IS NOT NULL
ORDER BY sheet.id
