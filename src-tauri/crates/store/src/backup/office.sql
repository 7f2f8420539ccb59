SELECT short_name
FROM office
ORDER BY valid_from DESC
LIMIT 1
