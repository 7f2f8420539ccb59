INSERT INTO report (campaign_id, n, kind, from_day, to_day, as_of, authority_id, document_id, issued_at, issued_by,
                    journal_seq, journal_head, xlsx_sha256, pdf_sha256, docx_sha256)
VALUES (:campaign_id, :n, :kind, :from_day, :to_day, :as_of, :authority_id, :document_id, :issued_at, :issued_by,
        :journal_seq, :journal_head, :xlsx_sha256, :pdf_sha256, :docx_sha256)
