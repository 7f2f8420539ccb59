SELECT printing_id, visit_id, area_id, team_id, document_id, says
FROM printed
JOIN printing ON printing.id = printed.printing_id
WHERE printing.campaign_id = ?1
ORDER BY printing_id, n
