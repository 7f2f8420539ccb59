SELECT area_id, task_group_id, person_id, reason FROM nominee WHERE document_id = ?1 ORDER BY place
