-- Through the sheets in the order of their ids, in which the boxes lie: nothing is sorted. The pluses keep indexes away.
SELECT tally.sheet_id, tally.keying, tally.box, tally.value, account.person_id
FROM sheet
CROSS JOIN tally ON tally.sheet_id = sheet.id
LEFT JOIN account ON account.id = tally.keyed_by
WHERE +sheet.campaign_id = ?1
  AND (+sheet.state IN ('keyed', 'verified', 'locked')
    -- What a third person decided may have made it unfinished again.
    OR (+sheet.state = 'returned' AND EXISTS (
        SELECT 1 FROM tally AS decided WHERE decided.sheet_id = sheet.id AND decided.keying = 4)))
ORDER BY sheet.id
