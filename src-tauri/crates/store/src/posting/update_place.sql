UPDATE posting_place SET area_id = :area_id, name = :name, keeper_id = :keeper_id, note = :note WHERE id = :id
