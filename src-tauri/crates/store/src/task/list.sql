SELECT task.id, task.task_group_id, task.body, task.every_days, task.due_on, task.responsible_id, task.state, task.note
FROM task
JOIN task_group ON task_group.id = task.task_group_id
WHERE task_group.campaign_id = ?1
ORDER BY task_group.place, task_group.id, task.place, task.id
