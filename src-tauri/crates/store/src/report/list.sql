SELECT id, n, kind, from_day, to_day, as_of, authority_id, document_id, issued_at, issued_by, journal_seq, journal_head,
       xlsx_sha256, pdf_sha256, docx_sha256
FROM report
WHERE campaign_id = ?1
ORDER BY n
