UPDATE cost_line
SET name = :name, unit = :unit, basis = :basis, per_hundred = :per_hundred, spare_percent = :spare_percent,
    unit_price = :unit_price
WHERE id = :id
