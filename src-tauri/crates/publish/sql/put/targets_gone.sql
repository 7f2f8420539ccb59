DELETE FROM dim_target t WHERE NOT EXISTS (SELECT FROM fact_rate r WHERE r.target_key = t.target_key)
