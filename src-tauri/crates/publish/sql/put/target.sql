INSERT INTO dim_target (numerator, denominator, goal_percent, due, label, numerator_label, denominator_label)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (numerator, denominator, goal_percent, due) DO UPDATE
SET label = excluded.label, numerator_label = excluded.numerator_label, denominator_label = excluded.denominator_label
WHERE (dim_target.label, dim_target.numerator_label, dim_target.denominator_label)
    IS DISTINCT FROM (excluded.label, excluded.numerator_label, excluded.denominator_label)
