INSERT INTO person_detail (person_id, name, title, unit, phone, salt)
VALUES (:person_id, :name, :title, :unit, :phone, :salt)
ON CONFLICT (person_id) DO UPDATE
SET name = excluded.name, title = excluded.title, unit = excluded.unit, phone = excluded.phone, salt = excluded.salt
