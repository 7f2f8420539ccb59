INSERT INTO tally (sheet_id, keying, box, value, keyed_by, keyed_at)
VALUES (:sheet_id, :keying, :box, :value, :keyed_by, :keyed_at)
ON CONFLICT (sheet_id, keying, box) DO UPDATE
SET value = excluded.value, keyed_by = excluded.keyed_by, keyed_at = excluded.keyed_at
WHERE value IS NOT excluded.value
