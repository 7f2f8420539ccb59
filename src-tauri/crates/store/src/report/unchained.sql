-- The head a report printed must still be the link of its entry: a journal written anew has other links.
SELECT report.id, n, kind, from_day, to_day, as_of, authority_id, document_id, issued_at, issued_by, journal_seq, journal_head,
       xlsx_sha256, pdf_sha256, docx_sha256
FROM report
LEFT JOIN journal ON journal.seq = report.journal_seq
WHERE report.journal_seq > 0 AND (journal.link IS NULL OR lower(hex(journal.link)) <> report.journal_head)
ORDER BY report.id
