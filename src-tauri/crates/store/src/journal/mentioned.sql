seq IN (
    SELECT mention.seq
    FROM json_each(?) AS asked
    CROSS JOIN mention ON mention.noun = asked.value ->> 0 AND mention.id = asked.value ->> 1
)
