INSERT INTO unit_figure (unit_id, indicator_id, as_of, people, done)
VALUES (:unit_id, :indicator_id, :as_of, :people, :done)
ON CONFLICT (unit_id, indicator_id, as_of) DO UPDATE SET people = :people, done = :done
