SELECT person.id, person.digest, person_detail.name, person_detail.title, person_detail.unit, person_detail.phone,
    person_detail.salt
FROM person LEFT JOIN person_detail ON person_detail.person_id = person.id
ORDER BY person.id
