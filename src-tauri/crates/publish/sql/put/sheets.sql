WITH new AS MATERIALIZED (
    SELECT a.area_key, r.date_key, r.origin, r.expected, r.returned, r.keyed
    FROM unnest($2::bigint[], $3::integer[], $4::text[], $5::integer[], $6::integer[], $7::integer[])
        AS r (area_no, date_key, origin, expected, returned, keyed)
    JOIN dim_area a ON a.ward_key = $1 AND a.area_no = r.area_no
), gone AS (
    DELETE FROM fact_sheets f
    WHERE f.ward_key = $1 AND NOT EXISTS (
        SELECT FROM new n WHERE n.area_key = f.area_key AND n.date_key = f.date_key AND n.origin = f.origin)
)
INSERT INTO fact_sheets (ward_key, area_key, date_key, origin, expected, returned, keyed)
SELECT $1, n.* FROM new n
ON CONFLICT (ward_key, area_key, date_key, origin) DO UPDATE
SET expected = excluded.expected, returned = excluded.returned, keyed = excluded.keyed
WHERE (fact_sheets.expected, fact_sheets.returned, fact_sheets.keyed)
    IS DISTINCT FROM (excluded.expected, excluded.returned, excluded.keyed)
