INSERT INTO posting (place_id, what, copies, posted_on, by_id, taken_down, note)
VALUES (:place_id, :what, :copies, :posted_on, :by_id, :taken_down, :note)
