SELECT attachment_content.bytes, attachment.sha256
FROM attachment
JOIN attachment_content ON attachment_content.attachment_id = attachment.id
WHERE attachment.id = ?1
