INSERT INTO area_base (area_id, as_of, source, households, people_15, smartphone_15, installed)
VALUES (:area_id, :as_of, :source, :households, :people_15, :smartphone_15, :installed)
ON CONFLICT (area_id, as_of, source) DO UPDATE
SET households = excluded.households, people_15 = excluded.people_15,
    smartphone_15 = excluded.smartphone_15, installed = excluded.installed
