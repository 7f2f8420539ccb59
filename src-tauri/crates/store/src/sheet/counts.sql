-- By the day of handing out too, though only whether there was one is told: so it is counted in the order of an index.
SELECT visit_id, area_id, team_id, holder_id, kind, state, handed_out_on IS NOT NULL AS handed_out, COUNT(*) AS sheets
FROM sheet
WHERE campaign_id = ?1 AND (visit_id IS NOT NULL OR kind = 'self_report')
GROUP BY visit_id, area_id, team_id, holder_id, kind, state, handed_out_on
