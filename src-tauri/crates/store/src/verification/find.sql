SELECT mode, every, start, ceiling, account_id, at FROM verification WHERE campaign_id = ?1
