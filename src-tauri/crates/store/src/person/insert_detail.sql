INSERT INTO person_detail (person_id, name, title, unit, phone, salt)
VALUES (:person_id, :name, :title, :unit, :phone, :salt)
