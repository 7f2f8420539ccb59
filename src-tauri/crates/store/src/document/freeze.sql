UPDATE document
SET number = :number, dated = :dated, issued_at = :issued_at, issued_by = :issued_by, pdf_sha256 = :pdf_sha256,
    docx_sha256 = :docx_sha256, description_sha256 = :description_sha256
WHERE id = :id AND issued_at IS NULL
