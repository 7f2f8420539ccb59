WITH new AS MATERIALIZED (
    SELECT a.area_key, r.date_key, r.origin, r.indicator, r.value
    FROM unnest($2::bigint[], $3::integer[], $4::text[], $5::text[], $6::bigint[])
        AS r (area_no, date_key, origin, indicator, value)
    JOIN dim_area a ON a.ward_key = $1 AND a.area_no = r.area_no
), gone AS (
    DELETE FROM fact_tally f
    WHERE f.ward_key = $1 AND NOT EXISTS (
        SELECT FROM new n
        WHERE n.area_key = f.area_key AND n.date_key = f.date_key AND n.origin = f.origin
            AND n.indicator = f.indicator)
)
INSERT INTO fact_tally (ward_key, area_key, date_key, origin, indicator, value)
SELECT $1, n.* FROM new n
ON CONFLICT (ward_key, area_key, date_key, origin, indicator) DO UPDATE SET value = excluded.value
WHERE fact_tally.value IS DISTINCT FROM excluded.value
