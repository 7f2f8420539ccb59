WITH gone AS (
    DELETE FROM dim_ward WHERE office_uid <> ALL ($1::text[]) RETURNING ward_key, name
), tallies AS (
    DELETE FROM fact_tally f USING gone g WHERE f.ward_key = g.ward_key
), sheets AS (
    DELETE FROM fact_sheets f USING gone g WHERE f.ward_key = g.ward_key
), bases AS (
    DELETE FROM fact_base f USING gone g WHERE f.ward_key = g.ward_key
), rates AS (
    DELETE FROM fact_rate f USING gone g WHERE f.ward_key = g.ward_key
)
SELECT name FROM gone ORDER BY name
