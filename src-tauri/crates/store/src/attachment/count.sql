SELECT attachment.sheet_id, count(*)
FROM attachment
JOIN sheet ON sheet.id = attachment.sheet_id
WHERE sheet.campaign_id = ?1
GROUP BY attachment.sheet_id
