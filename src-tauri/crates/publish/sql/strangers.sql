SELECT name FROM dim_ward WHERE office_uid <> ALL ($1::text[]) ORDER BY name
