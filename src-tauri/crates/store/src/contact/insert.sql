INSERT INTO contact_access (at, account_id, what, person_id, how_many)
VALUES (:at, :account_id, :what, :person_id, :how_many)
