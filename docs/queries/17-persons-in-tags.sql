-- Which persons stand in the TAGS?
SELECT tag AS person, count(*) AS cable_count, list(cable_id ORDER BY cable_id) AS cables
FROM tags
WHERE kind = 'person'
GROUP BY tag
ORDER BY cable_count DESC, person
