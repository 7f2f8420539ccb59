DELETE FROM dim_ward WHERE office_uid <> ALL ($1::text[]) RETURNING name
