INSERT INTO campaign (title, app_name, subject, starts_on, ends_on, evening_starts, evening_ends)
VALUES (:title, :app_name, :subject, :starts_on, :ends_on, :evening_starts, :evening_ends)
