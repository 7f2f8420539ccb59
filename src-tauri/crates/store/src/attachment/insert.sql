INSERT INTO attachment (sheet_id, name, mime, sha256, size, account_id, at)
VALUES (:sheet_id, :name, :mime, :sha256, :size, :account_id, :at)
