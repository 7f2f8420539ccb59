INSERT INTO indicator (form_id, place, box, label, grouped, meaning, help, control)
VALUES (:form_id, :place, :box, :label, :grouped, :meaning, :help, :control)
