SELECT id, name, address, valid_from, valid_to
FROM authority
ORDER BY valid_from IS NOT NULL, valid_from, id
