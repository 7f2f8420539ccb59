SELECT id, kind, subject, addressees, recipients, signature_lines, signer_id, drafter, from_day, to_day, visit_id, team_id, held_on,
       held_at, held_in, number, dated, issued_at, issued_by, amends_id, pdf_sha256
FROM document
WHERE issued_at IS NOT NULL
ORDER BY dated, id
