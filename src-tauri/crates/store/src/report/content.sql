SELECT report_content.xlsx, report_content.pdf, report_content.docx, report.xlsx_sha256, report.pdf_sha256,
       report.docx_sha256
FROM report
JOIN report_content ON report_content.report_id = report.id
WHERE report.id = ?1
