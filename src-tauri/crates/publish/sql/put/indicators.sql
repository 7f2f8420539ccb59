INSERT INTO dim_indicator (indicator, position, label, group_code, group_label)
SELECT * FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[])
ON CONFLICT (indicator) DO UPDATE
SET position = excluded.position, label = excluded.label, group_code = excluded.group_code,
    group_label = excluded.group_label
WHERE (dim_indicator.position, dim_indicator.label, dim_indicator.group_code, dim_indicator.group_label)
    IS DISTINCT FROM (excluded.position, excluded.label, excluded.group_code, excluded.group_label)
