INSERT INTO account_pin (account_id, hash, lent) VALUES (?1, ?2, ?3)
ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, lent = excluded.lent
