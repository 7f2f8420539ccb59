-- An approval that stood before this operation and stands after it, although the operation changed something
-- it covers: its sheets and their figures, its evenings and their teams. Who held a paper is no part of it,
-- because a person's details may have to be deleted at any time.
WITH changed AS (
    SELECT tbl, COALESCE(before, after) AS was, COALESCE(after, before) AS now
    FROM change
    WHERE tbl IN ('sheet', 'tally', 'accepted_flag', 'attachment', 'visit', 'visit_team')
      AND before IS NOT after
      AND (tbl <> 'sheet' OR json_remove(before, '$.holder_id') IS NOT json_remove(after, '$.holder_id'))
),
changed_row AS (
    SELECT tbl, was AS line FROM changed UNION ALL SELECT tbl, now FROM changed
),
changed_sheet (campaign_id, visit_id, area_id) AS (
    SELECT line ->> '$.campaign_id', line ->> '$.visit_id', line ->> '$.area_id' FROM changed_row WHERE tbl = 'sheet'
    UNION
    SELECT sheet.campaign_id, sheet.visit_id, sheet.area_id
    FROM changed_row JOIN sheet ON sheet.id = line ->> '$.sheet_id'
    WHERE tbl IN ('tally', 'accepted_flag', 'attachment')
),
changed_evening (campaign_id, on_day) AS (
    SELECT visit.campaign_id, visit.on_day FROM changed_sheet JOIN visit ON visit.id = changed_sheet.visit_id
    UNION
    SELECT line ->> '$.campaign_id', line ->> '$.on_day' FROM changed_row WHERE tbl = 'visit'
    UNION
    SELECT visit.campaign_id, visit.on_day
    FROM changed_row JOIN visit ON visit.id = line ->> '$.visit_id'
    WHERE tbl = 'visit_team'
)
SELECT id, on_day, area_id, account_id, at, note
FROM approval
WHERE id NOT IN (SELECT after ->> '$.id' FROM change WHERE tbl = 'approval' AND before IS NULL)
  AND (
      (campaign_id, on_day) IN (SELECT campaign_id, on_day FROM changed_evening)
      OR area_id IN (SELECT area_id FROM changed_sheet WHERE visit_id IS NULL)
  )
ORDER BY id
LIMIT 1
