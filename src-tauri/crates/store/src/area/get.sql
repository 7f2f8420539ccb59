SELECT id, name, kind, cluster, leader_id, self_report_due FROM area WHERE id = ?1
