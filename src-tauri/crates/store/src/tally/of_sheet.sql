SELECT box, value FROM tally WHERE sheet_id = ?1 AND keying = ?2 AND value IS NOT NULL
