SELECT document_content.pdf, document_content.docx, document_content.description,
       document.pdf_sha256, document.docx_sha256, document.description_sha256
FROM document
JOIN document_content ON document_content.document_id = document.id
WHERE document.id = ?1
