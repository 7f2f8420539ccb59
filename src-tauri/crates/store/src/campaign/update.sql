UPDATE campaign
SET title = :title, app_name = :app_name, subject = :subject, starts_on = :starts_on, ends_on = :ends_on,
    evening_starts = :evening_starts, evening_ends = :evening_ends, contact_id = :contact_id,
    signature_lines = :signature_lines, signer_id = :signer_id, drafter = :drafter, plan_number = :plan_number,
    plan_date = :plan_date, plan_month = :plan_month, illustration = :illustration, link_url = :link_url,
    link_confirmed_on = :link_confirmed_on, link_confirmed_by = :link_confirmed_by,
    data_purpose = :data_purpose, retain_until = :retain_until
WHERE id = :id
