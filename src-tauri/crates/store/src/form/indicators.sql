SELECT box, label, grouped, meaning, help, control FROM indicator WHERE form_id = ?1 ORDER BY place
