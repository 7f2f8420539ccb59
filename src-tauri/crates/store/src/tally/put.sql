INSERT INTO tally (sheet_id, keying, box, value, keyed_by, keyed_at, keys)
VALUES (:sheet_id, :keying, :box, :value, :keyed_by, :keyed_at, :keys)
ON CONFLICT (sheet_id, keying, box) DO UPDATE
SET value = excluded.value, keyed_by = excluded.keyed_by, keyed_at = excluded.keyed_at, keys = excluded.keys
WHERE value IS NOT excluded.value
