-- What was first keyed, before a decision takes its place.
INSERT INTO tally (sheet_id, keying, box, value, keyed_by, keyed_at, keys)
SELECT :sheet_id, 0, :box, first.value, first.keyed_by, COALESCE(first.keyed_at, :at), COALESCE(first.keys, 0)
FROM (SELECT 1)
LEFT JOIN tally AS first ON first.sheet_id = :sheet_id AND first.keying = 1 AND first.box = :box
WHERE first.value IS NOT :value
ON CONFLICT (sheet_id, keying, box) DO NOTHING
