SELECT alike.kind, alike.state, visit.cancelled IS NOT NULL AS called_off, sum(alike.sheets) AS sheets
FROM (SELECT state, kind, visit_id, count(*) AS sheets FROM sheet WHERE campaign_id = ?1 GROUP BY state, kind, visit_id) AS alike
LEFT JOIN visit ON visit.id = alike.visit_id
GROUP BY 1, 2, 3
