SELECT id, name, unit, basis, per_hundred, spare_percent, unit_price
FROM cost_line
WHERE campaign_id = ?1
ORDER BY place, id
