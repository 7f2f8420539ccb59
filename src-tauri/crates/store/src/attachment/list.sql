SELECT id, sheet_id, posting_id, name, mime, size, account_id, at FROM attachment ORDER BY id
