INSERT INTO authority (name, address, valid_from, valid_to)
VALUES (:name, :address, :valid_from, :valid_to)
