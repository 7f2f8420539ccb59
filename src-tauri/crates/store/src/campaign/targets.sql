SELECT id, clause, name, numerator, denominator, percent, by_day
FROM target
WHERE campaign_id = ?1
ORDER BY place, id
