SELECT visit_team.visit_id, visit_team.team_id
FROM visit_team
JOIN visit ON visit.id = visit_team.visit_id
WHERE visit.campaign_id = ?1
ORDER BY visit_team.visit_id, visit_team.team_id
