INSERT INTO dim_date (date_key, day, year, month, day_of_month, iso_week, weekday, weekday_label)
SELECT r.date_key, r.day, extract(year FROM r.day), extract(month FROM r.day), extract(day FROM r.day),
       extract(week FROM r.day), extract(isodow FROM r.day), r.weekday_label
FROM unnest($1::integer[], $2::date[], $3::text[]) AS r (date_key, day, weekday_label)
ON CONFLICT DO NOTHING
