UPDATE member SET left_on = date(?2, '-1 day')
WHERE person_id = ?1 AND (left_on IS NULL OR left_on >= ?2)
