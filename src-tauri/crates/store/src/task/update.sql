UPDATE task
SET body = :body, every_days = :every_days, due_on = :due_on, responsible_id = :responsible_id, state = :state, note = :note
WHERE id = :id
