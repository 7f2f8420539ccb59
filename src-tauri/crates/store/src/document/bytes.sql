SELECT document_content.bytes, document.sha256
FROM document
JOIN document_content ON document_content.document_id = document.id
WHERE document.id = ?1
