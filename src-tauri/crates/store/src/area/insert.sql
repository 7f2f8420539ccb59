INSERT INTO area (campaign_id, place, name, kind, cluster, leader_id, self_report_due)
SELECT :campaign_id, 1 + COALESCE(MAX(place), 0), :name, :kind, :cluster, :leader_id, :self_report_due
FROM area
WHERE campaign_id = :campaign_id
