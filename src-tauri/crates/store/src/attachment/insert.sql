INSERT INTO attachment (sheet_id, posting_id, name, mime, sha256, size, account_id, at)
VALUES (:sheet_id, :posting_id, :name, :mime, :sha256, :size, :account_id, :at)
