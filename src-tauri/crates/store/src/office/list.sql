SELECT id, valid_from, valid_to, superior_lines, name_lines, short_name, place, symbol, contact_line
FROM office
ORDER BY valid_from IS NOT NULL, valid_from, id
