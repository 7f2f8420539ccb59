SELECT box, value, keyed_by, keyed_at FROM tally WHERE sheet_id = ?1 AND keying = ?2
