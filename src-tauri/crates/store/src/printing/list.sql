SELECT id, kind, at, account_id, file_name, made_from, pages, command, request
FROM printing
WHERE campaign_id = ?1
ORDER BY id
