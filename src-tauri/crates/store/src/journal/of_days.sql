-- By the index alone.
SELECT min(seq) AS first, max(seq) AS last
FROM journal
WHERE at >= coalesce(:from, '') AND (:after IS NULL OR at < :after)
