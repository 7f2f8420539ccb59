-- Files of a report that went out as a numbered document stand with the document.
SELECT report_content.report_id, length(report_content.xlsx) AS xlsx,
       coalesce(length(report_content.pdf), length(document_content.pdf)) AS pdf,
       coalesce(length(report_content.docx), length(document_content.docx)) AS docx
FROM report_content
JOIN report ON report.id = report_content.report_id
LEFT JOIN document_content ON document_content.document_id = report.document_id
WHERE report.campaign_id = ?1
