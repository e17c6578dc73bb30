-- Which cables are cited most?
SELECT cable_id, cited_count, cites_count, subject
FROM cable_degrees
WHERE cited_count > 0
ORDER BY cited_count DESC, cable_id
LIMIT 20
