DELETE FROM task_record WHERE task_id IN (SELECT id FROM task WHERE task_group_id = ?1)
