INSERT INTO cursor (account_id, sheet_id, keying, box)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (account_id) DO UPDATE
SET sheet_id = excluded.sheet_id, keying = excluded.keying, box = excluded.box
WHERE sheet_id <> excluded.sheet_id OR keying <> excluded.keying OR box IS NOT excluded.box
