SELECT unlock_sheet.id, unlock_sheet.made_at, unlock_sheet.made_by, unlock_sheet.used_at, unlock_sheet.used_for,
       EXISTS (SELECT 1 FROM unlock_seen WHERE sheet_id = unlock_sheet.id AND account_id = ?1) AS seen
FROM unlock_sheet
ORDER BY unlock_sheet.id DESC
