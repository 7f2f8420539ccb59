SELECT DISTINCT sheet.id
FROM sheet
JOIN tally ON tally.sheet_id = sheet.id AND tally.keying = 2
JOIN account ON account.id = tally.keyed_by
WHERE sheet.campaign_id = ?1 AND sheet.state = 'keyed' AND account.person_id = ?2
