SELECT id, kind, number, issued_on, title, format, sha256 FROM document WHERE campaign_id = ?1 ORDER BY id
