SELECT id, place_id, what, copies, posted_on, by_id, taken_down, note FROM posting WHERE id = ?1
