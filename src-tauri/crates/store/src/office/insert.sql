INSERT INTO office (valid_from, valid_to, superior_lines, name_lines, short_name, place, symbol, contact_line)
VALUES (:valid_from, :valid_to, :superior_lines, :name_lines, :short_name, :place, :symbol, :contact_line)
