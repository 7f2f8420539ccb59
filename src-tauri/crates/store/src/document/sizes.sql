SELECT document_content.document_id, length(document_content.pdf) AS pdf, length(document_content.docx) AS docx
FROM document_content
JOIN document ON document.id = document_content.document_id
WHERE document.campaign_id = ?1
