-- In the order of the index, so that nothing is sorted: what is alike comes one after another. `CROSS JOIN` keeps it.
SELECT sheet.visit_id, sheet.form_id, sheet.kind, sheet.state, tally.box, tally.value
FROM sheet
CROSS JOIN tally ON tally.sheet_id = sheet.id AND tally.keying = 1
WHERE sheet.campaign_id = ?1 AND sheet.visit_id IS NOT NULL AND sheet.area_id IS NULL AND tally.value IS NOT NULL
ORDER BY sheet.state, sheet.kind, sheet.visit_id, sheet.form_id
