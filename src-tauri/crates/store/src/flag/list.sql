SELECT accepted_flag.sheet_id, flag, figures, reason, account_id, at
FROM accepted_flag
JOIN sheet ON sheet.id = accepted_flag.sheet_id
WHERE sheet.campaign_id = ?1
ORDER BY accepted_flag.sheet_id, flag
