SELECT area_id, until, area_name.name, area_name.kind, area_name.cluster, because
FROM area_name
JOIN area ON area.id = area_id
WHERE campaign_id = ?1
ORDER BY area_id, until
