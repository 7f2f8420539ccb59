UPDATE target
SET clause = :clause, name = :name, numerator = :numerator, denominator = :denominator, percent = :percent, by_day = :by_day
WHERE id = :id
