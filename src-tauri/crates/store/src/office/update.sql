UPDATE office
SET valid_from = :valid_from, valid_to = :valid_to, superior_lines = :superior_lines, name_lines = :name_lines,
    short_name = :short_name, place = :place, symbol = :symbol, contact_line = :contact_line
WHERE id = :id
