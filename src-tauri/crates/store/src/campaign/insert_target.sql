INSERT INTO target (campaign_id, place, clause, name, numerator, denominator, percent, by_day)
SELECT :campaign_id, 1 + coalesce(max(place), 0), :clause, :name, :numerator, :denominator, :percent, :by_day
FROM target
WHERE campaign_id = :campaign_id
