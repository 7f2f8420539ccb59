SELECT account.id, account.person_id, person_detail.name, account.role, account.has_pin, account.active,
       coalesce(account_pin.lent, 0) AS lent
FROM account
LEFT JOIN person_detail ON person_detail.person_id = account.person_id
LEFT JOIN account_pin ON account_pin.account_id = account.id
ORDER BY account.id
