SELECT id, name, kind, cluster, leader_id, self_report_due, began_on, ended_on FROM area WHERE id = ?1
