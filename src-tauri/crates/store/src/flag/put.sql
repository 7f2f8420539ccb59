INSERT INTO accepted_flag (sheet_id, flag, figures, reason, account_id, at)
VALUES (:sheet_id, :flag, :figures, :reason, :account_id, :at)
ON CONFLICT (sheet_id, flag) DO UPDATE
SET figures = excluded.figures, reason = excluded.reason, account_id = excluded.account_id, at = excluded.at
