SELECT rule, severity, words FROM form_check WHERE form_id = ?1 ORDER BY place
