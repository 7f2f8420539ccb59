-- A second value that differs stands open until the second person, looking again, keys what was first keyed, or
-- a third decides. `CROSS JOIN` keeps the order: few sheets are keyed and not verified.
SELECT COUNT(DISTINCT sheet.id)
FROM sheet
CROSS JOIN tally AS second ON second.sheet_id = sheet.id AND second.keying = 2
LEFT JOIN tally AS first
    ON first.sheet_id = second.sheet_id AND first.keying = 1 AND first.box = second.box
WHERE sheet.campaign_id = ?1
  AND sheet.state = 'keyed'
  AND second.value IS NOT first.value
  AND NOT EXISTS (
      SELECT 1 FROM tally AS later
      WHERE later.sheet_id = second.sheet_id AND later.box = second.box
        AND (later.keying = 4 OR (later.keying = 3 AND later.value IS first.value)))
