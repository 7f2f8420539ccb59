INSERT INTO indicator (form_id, place, box, label, grouped, meaning)
VALUES (:form_id, :place, :box, :label, :grouped, :meaning)
