SELECT person_id, name, title, unit, phone FROM person_detail WHERE person_id = ?1
