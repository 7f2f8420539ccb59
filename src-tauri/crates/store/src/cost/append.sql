INSERT INTO cost_line (campaign_id, place, name, unit, basis, per_hundred, spare_percent, unit_price)
VALUES (:campaign_id, (SELECT coalesce(max(place), 0) + 1 FROM cost_line WHERE campaign_id = :campaign_id),
    :name, :unit, :basis, :per_hundred, :spare_percent, :unit_price)
