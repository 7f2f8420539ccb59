INSERT INTO account_pin (account_id, hash) VALUES (?1, ?2)
ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash
