UPDATE person_detail
SET name = :name, title = :title, unit = :unit, phone = :phone, salt = :salt
WHERE person_id = :person_id
