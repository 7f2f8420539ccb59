INSERT INTO indicator (form_id, place, box, label, grouped, meaning, help, control, width)
VALUES (:form_id, :place, :box, :label, :grouped, :meaning, :help, :control, :width)
