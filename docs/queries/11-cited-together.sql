-- Which cables are cited together with a given one?
SELECT cable_id, citing_count, cited_by, is_held
FROM cited_with('03STATE5002')
ORDER BY citing_count DESC, cable_id
