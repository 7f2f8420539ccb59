SELECT task_record.id, task_record.task_id, task_record.on_day, task_record.note, task_record.proof
FROM task_record
JOIN task ON task.id = task_record.task_id
JOIN task_group ON task_group.id = task.task_group_id
WHERE task_group.campaign_id = ?1
ORDER BY task_record.on_day DESC, task_record.id DESC
