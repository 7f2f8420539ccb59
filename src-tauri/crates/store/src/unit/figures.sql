SELECT unit_figure.unit_id, unit_figure.indicator_id, unit_figure.as_of, unit_figure.people, unit_figure.done
FROM unit_figure
JOIN reporting_unit ON reporting_unit.id = unit_figure.unit_id
WHERE reporting_unit.campaign_id = ?1
ORDER BY unit_figure.unit_id, unit_figure.indicator_id, unit_figure.as_of
