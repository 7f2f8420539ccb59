EXISTS (
    SELECT 1
    -- A baseline holds no list of changes.
    FROM json_each(CASE journal.op WHEN 'baseline' THEN '[]' ELSE journal.changes END) AS c
    WHERE c.value ->> 0 = 'tally' AND c.value ->> '$[1][0]' = ? AND c.value ->> '$[1][2]' = ?
)
