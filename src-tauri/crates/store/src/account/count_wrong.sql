INSERT INTO wrong_pin (account_id, times, at) VALUES (?1, 1, ?2)
ON CONFLICT (account_id) DO UPDATE SET times = times + 1, at = excluded.at
