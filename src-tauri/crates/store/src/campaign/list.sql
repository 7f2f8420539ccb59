SELECT id, title, app_name, subject, starts_on, ends_on, evening_starts, evening_ends, contact_id,
       signature_lines, signer_id, drafter, plan_number, plan_date, plan_month, illustration, link_url, link_confirmed_on,
       link_confirmed_by, data_purpose, retain_until
FROM campaign
ORDER BY id DESC
