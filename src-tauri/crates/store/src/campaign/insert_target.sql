INSERT INTO target (campaign_id, clause, name, numerator, denominator, percent, by_day)
VALUES (:campaign_id, :clause, :name, :numerator, :denominator, :percent, :by_day)
