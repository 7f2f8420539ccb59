UPDATE authority
SET name = :name, address = :address, valid_from = :valid_from, valid_to = :valid_to
WHERE id = :id
