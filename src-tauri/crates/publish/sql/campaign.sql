SELECT title, app_name, starts_on, ends_on, illustration IS NOT NULL FROM campaign
