-- Entries of keying alone are passed over by their text: only what may speak of an area is read as JSON.
SELECT journal.seq, at, who, op, why, change.value
FROM journal, json_each(journal.changes) AS change
WHERE op <> 'baseline'
  AND (instr(changes, '["area') OR instr(changes, '["visit",') OR instr(changes, '["sheet",'))
  AND change.value ->> 0 IN ('area', 'area_base', 'area_heir', 'area_name', 'visit', 'sheet')
ORDER BY journal.seq DESC, change.key DESC
