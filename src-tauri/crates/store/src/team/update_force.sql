UPDATE force
SET kind = :kind, name = :name, role = :role, quota = :quota, detailing = :detailing, detailed_by_id = :detailed_by_id
WHERE id = :id
