INSERT INTO document (campaign_id, kind, number, issued_on, title, format, sha256)
VALUES (:campaign_id, :kind, :number, :issued_on, :title, :format, :sha256)
