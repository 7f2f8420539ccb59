INSERT INTO dim_area (ward_key, area_no, name, kind, kind_label, cluster, reports_self)
SELECT $1, r.* FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[]) AS r
ON CONFLICT (ward_key, area_no) DO UPDATE
SET name = excluded.name, kind = excluded.kind, kind_label = excluded.kind_label, cluster = excluded.cluster,
    reports_self = excluded.reports_self
WHERE (dim_area.name, dim_area.kind, dim_area.kind_label, dim_area.cluster, dim_area.reports_self)
    IS DISTINCT FROM (excluded.name, excluded.kind, excluded.kind_label, excluded.cluster, excluded.reports_self)
