SELECT id, sheet_id, posting_id, name, mime, size, account_id, at FROM attachment WHERE id = ?1
