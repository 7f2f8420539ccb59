SELECT account.id, account.person_id, person_detail.name, account.role, account.has_pin, account.active
FROM account
LEFT JOIN person_detail ON person_detail.person_id = account.person_id
ORDER BY account.id
