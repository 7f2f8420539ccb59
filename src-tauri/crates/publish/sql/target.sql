SELECT target_key FROM dim_target WHERE numerator = $1 AND denominator = $2 AND goal_percent = $3 AND due = $4
