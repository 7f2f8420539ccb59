WITH new AS MATERIALIZED (
    SELECT a.area_key, r.date_key, r.households, r.people_15, r.smartphone_15, r.installed
    FROM unnest($2::bigint[], $3::integer[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
        AS r (area_no, date_key, households, people_15, smartphone_15, installed)
    JOIN dim_area a ON a.ward_key = $1 AND a.area_no = r.area_no
), gone AS (
    DELETE FROM fact_base f
    WHERE f.ward_key = $1 AND NOT EXISTS (
        SELECT FROM new n WHERE n.area_key = f.area_key AND n.date_key = f.date_key)
)
INSERT INTO fact_base (ward_key, area_key, date_key, households, people_15, smartphone_15, installed)
SELECT $1, n.* FROM new n
ON CONFLICT (ward_key, area_key, date_key) DO UPDATE
SET households = excluded.households, people_15 = excluded.people_15, smartphone_15 = excluded.smartphone_15,
    installed = excluded.installed
WHERE (fact_base.households, fact_base.people_15, fact_base.smartphone_15, fact_base.installed)
    IS DISTINCT FROM (excluded.households, excluded.people_15, excluded.smartphone_15, excluded.installed)
