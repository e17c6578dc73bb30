-- Which cables that we do not hold are cited most, and by whom?
SELECT cable_id, cited_count, cited_by, first_cited_at
FROM missing_cables
ORDER BY cited_count DESC, cable_id
LIMIT 20
