SELECT name, title, unit, phone, salt FROM person_detail WHERE person_id = ?1
