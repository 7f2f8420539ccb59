DELETE FROM visit_member
WHERE member_id IN (SELECT id FROM member WHERE person_id = ?1)
AND visit_id IN (SELECT id FROM visit WHERE on_day >= ?2)
