SELECT id, task_group_id, body, every_days, due_on, responsible_id, state, note FROM task WHERE id = ?1
