-- What a report's figures are made from; which rows are meant, the caller knows.
SELECT journal.seq, at, who, op, why, change.value
FROM journal, json_each(journal.changes) AS change
WHERE journal.seq > ?1
  AND op <> 'baseline'
  AND change.value ->> 0 IN ('area', 'area_base', 'area_heir', 'sheet', 'tally', 'target', 'visit')
ORDER BY journal.seq, change.key
