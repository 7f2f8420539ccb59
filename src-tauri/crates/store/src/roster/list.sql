SELECT visit_member.visit_id, visit_member.team_id, visit_member.member_id, visit_member.pair
FROM visit_member
JOIN visit ON visit.id = visit_member.visit_id
WHERE visit.campaign_id = ?1
ORDER BY visit_member.visit_id, visit_member.team_id, visit_member.member_id
