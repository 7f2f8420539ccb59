SELECT box, label, grouped, meaning, help, control, width FROM indicator WHERE form_id = ?1 ORDER BY place
