SELECT id, name, kind, cluster, leader_id, self_report_due FROM area WHERE campaign_id = ?1 ORDER BY place, id
