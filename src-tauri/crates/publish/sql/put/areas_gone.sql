DELETE FROM dim_area WHERE ward_key = $1 AND area_no <> ALL ($2::bigint[])
