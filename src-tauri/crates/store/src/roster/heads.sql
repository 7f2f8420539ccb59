SELECT visit_member.visit_id, visit_member.team_id, member.person_id
FROM visit_member
JOIN visit ON visit.id = visit_member.visit_id
JOIN member ON member.id = visit_member.member_id
JOIN force ON force.id = member.force_id
WHERE visit.campaign_id = ?1 AND force.kind = 'head'
ORDER BY visit_member.visit_id, visit_member.team_id, member.id
