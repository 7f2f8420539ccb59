UPDATE query SET answer = NULL, closed_by = NULL, closed_at = NULL, earlier = :earlier WHERE id = :id
