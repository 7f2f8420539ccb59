INSERT INTO printing (campaign_id, kind, at, account_id, file_name, made_from, pages, command, request)
VALUES (:campaign_id, :kind, :at, :account_id, :file_name, :made_from, :pages, :command, :request)
