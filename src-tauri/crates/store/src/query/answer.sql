UPDATE query SET answer = :answer, closed_by = :closed_by, closed_at = :closed_at WHERE id = :id
