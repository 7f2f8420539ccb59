SELECT flag, figures, reason, account_id, at FROM accepted_flag WHERE sheet_id = ?1 ORDER BY flag
