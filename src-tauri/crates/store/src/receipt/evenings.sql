SELECT DISTINCT receipt_sheet.receipt_id, visit.on_day
FROM receipt_sheet
JOIN receipt ON receipt.id = receipt_sheet.receipt_id
JOIN sheet ON sheet.id = receipt_sheet.sheet_id
JOIN visit ON visit.id = sheet.visit_id
WHERE receipt.campaign_id = ?1
ORDER BY receipt_sheet.receipt_id, visit.on_day
