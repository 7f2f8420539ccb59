UPDATE posting
SET place_id = :place_id, what = :what, copies = :copies, posted_on = :posted_on, by_id = :by_id,
    taken_down = :taken_down, note = :note
WHERE id = :id
