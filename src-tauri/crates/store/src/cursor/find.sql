SELECT cursor.sheet_id, sheet.code, cursor.keying, cursor.box
FROM cursor
JOIN sheet ON sheet.id = cursor.sheet_id
WHERE cursor.account_id = ?1 AND sheet.campaign_id = ?2
