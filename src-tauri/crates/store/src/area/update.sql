UPDATE area
SET name = :name, kind = :kind, cluster = :cluster, leader_id = :leader_id, self_report_due = :self_report_due
WHERE id = :id
