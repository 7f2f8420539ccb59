INSERT INTO task (task_group_id, place, body, every_days, due_on, responsible_id, state, note)
SELECT :task_group_id, 1 + COALESCE(MAX(place), 0), :body, :every_days, :due_on, :responsible_id, :state, :note
FROM task
WHERE task_group_id = :task_group_id
