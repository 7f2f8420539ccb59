WITH new AS MATERIALIZED (
    SELECT a.area_key, r.target_key, r.as_of_key, r.is_latest, r.numerator, r.denominator, r.percent,
           r.areas_without_base, r.among_met, r.area_no IS NULL AS of_ward
    FROM unnest($2::bigint[], $3::bigint[], $4::integer[], $5::boolean[], $6::bigint[], $7::bigint[],
                $8::double precision[], $9::integer[], $10::boolean[])
        AS r (area_no, target_key, as_of_key, is_latest, numerator, denominator, percent, areas_without_base, among_met)
    LEFT JOIN dim_area a ON a.ward_key = $1 AND a.area_no = r.area_no
), gone AS (
    DELETE FROM fact_rate f
    WHERE f.ward_key = $1 AND NOT EXISTS (
        SELECT FROM new n
        WHERE n.target_key = f.target_key AND n.as_of_key = f.as_of_key
            AND coalesce(n.area_key, 0) = coalesce(f.area_key, 0))
)
INSERT INTO fact_rate (ward_key, area_key, target_key, as_of_key, level, is_latest, numerator, denominator, percent,
                       areas_without_base, among_met)
SELECT $1, n.area_key, n.target_key, n.as_of_key, CASE WHEN n.of_ward THEN 'ward' ELSE 'area' END, n.is_latest,
       n.numerator, n.denominator, n.percent, n.areas_without_base, n.among_met
FROM new n
ON CONFLICT (ward_key, target_key, as_of_key, (coalesce(area_key, 0))) DO UPDATE
SET is_latest = excluded.is_latest, numerator = excluded.numerator, denominator = excluded.denominator,
    percent = excluded.percent, areas_without_base = excluded.areas_without_base, among_met = excluded.among_met
WHERE (fact_rate.is_latest, fact_rate.numerator, fact_rate.denominator, fact_rate.percent,
       fact_rate.areas_without_base, fact_rate.among_met)
    IS DISTINCT FROM (excluded.is_latest, excluded.numerator, excluded.denominator, excluded.percent,
                      excluded.areas_without_base, excluded.among_met)
