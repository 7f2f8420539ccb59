SELECT contact_access.id, at, contact_access.account_id, what, contact_access.person_id, how_many
FROM contact_access
ORDER BY contact_access.id DESC
LIMIT ?1
