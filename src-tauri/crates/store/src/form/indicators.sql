SELECT box, label, grouped, meaning FROM indicator WHERE form_id = ?1 ORDER BY place
