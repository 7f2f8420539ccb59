SELECT attachment.id, attachment.sheet_id, attachment.posting_id, attachment.name, mime, size, account_id, at
FROM attachment
JOIN posting ON posting.id = attachment.posting_id
JOIN posting_place ON posting_place.id = posting.place_id
WHERE posting_place.campaign_id = ?1
ORDER BY attachment.id
