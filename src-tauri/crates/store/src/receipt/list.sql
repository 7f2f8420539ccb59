SELECT receipt.id, receipt.number, receipt.at, receipt.account_id, receipt.brought_by_id,
       (SELECT COUNT(*) FROM receipt_sheet WHERE receipt_sheet.receipt_id = receipt.id) AS sheets
FROM receipt
WHERE receipt.campaign_id = ?1
ORDER BY receipt.number
