SELECT person_id, name, title, unit, phone FROM person_detail ORDER BY person_id
