SELECT area_base.id, area_id, as_of, source, households, people_15, smartphone_15, installed
FROM area_base
JOIN area ON area.id = area_base.area_id
WHERE area.campaign_id = ?1
ORDER BY area_id, as_of, area_base.id
