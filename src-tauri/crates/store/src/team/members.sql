SELECT member.id, force_id, person_id, left_on
FROM member
JOIN force ON force.id = member.force_id
WHERE force.campaign_id = ?1
ORDER BY member.id
