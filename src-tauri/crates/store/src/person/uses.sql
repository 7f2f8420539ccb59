SELECT area.leader_id AS person_id, area.campaign_id, 'leader' AS what, area.name AS name
FROM area WHERE area.leader_id IS NOT NULL
UNION ALL
SELECT member.person_id, force.campaign_id, 'member', force.name
FROM member JOIN force ON force.id = member.force_id
UNION ALL
SELECT force.detailed_by_id, force.campaign_id, 'details', force.name
FROM force WHERE force.detailed_by_id IS NOT NULL
UNION ALL
SELECT task.responsible_id, task_group.campaign_id, 'responsible', task_group.unit
FROM task JOIN task_group ON task_group.id = task.task_group_id WHERE task.responsible_id IS NOT NULL
UNION ALL
SELECT reporting_unit.contact_id, reporting_unit.campaign_id, 'unit_contact', reporting_unit.name
FROM reporting_unit WHERE reporting_unit.contact_id IS NOT NULL
UNION ALL
SELECT campaign.contact_id, campaign.id, 'contact', campaign.title
FROM campaign WHERE campaign.contact_id IS NOT NULL
UNION ALL
SELECT campaign.signer_id, campaign.id, 'signer', campaign.title
FROM campaign WHERE campaign.signer_id IS NOT NULL
UNION ALL
SELECT DISTINCT sheet.holder_id, sheet.campaign_id, 'holds_sheets', campaign.title
FROM sheet JOIN campaign ON campaign.id = sheet.campaign_id WHERE sheet.holder_id IS NOT NULL
UNION ALL
SELECT DISTINCT receipt.brought_by_id, receipt.campaign_id, 'brought_sheets', campaign.title
FROM receipt JOIN campaign ON campaign.id = receipt.campaign_id WHERE receipt.brought_by_id IS NOT NULL
UNION ALL
SELECT DISTINCT query.owner_id, query.campaign_id, 'answers_queries', campaign.title
FROM query JOIN campaign ON campaign.id = query.campaign_id WHERE query.owner_id IS NOT NULL
UNION ALL
SELECT document.signer_id, document.campaign_id, 'signs_document', document.subject
FROM document WHERE document.signer_id IS NOT NULL
UNION ALL
SELECT nominee.person_id, document.campaign_id, 'nominee', document.subject
FROM nominee JOIN document ON document.id = nominee.document_id WHERE nominee.person_id IS NOT NULL
UNION ALL
SELECT posting_place.keeper_id, posting_place.campaign_id, 'posts', posting_place.name
FROM posting_place WHERE posting_place.keeper_id IS NOT NULL
UNION ALL
SELECT DISTINCT posting.by_id, posting_place.campaign_id, 'posts', posting_place.name
FROM posting JOIN posting_place ON posting_place.id = posting.place_id WHERE posting.by_id IS NOT NULL
ORDER BY person_id, campaign_id, what, name
