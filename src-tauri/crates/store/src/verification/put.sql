INSERT INTO verification (campaign_id, mode, every, start, ceiling, account_id, at)
VALUES (:campaign_id, :mode, :every, :start, :ceiling, :account_id, :at)
ON CONFLICT (campaign_id) DO UPDATE
SET mode = excluded.mode, every = excluded.every, start = excluded.start, ceiling = excluded.ceiling,
    account_id = excluded.account_id, at = excluded.at
