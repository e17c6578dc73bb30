-- Which posts cite which posts?
SELECT source_post, target_post, count(*) AS edge_count, count(*) FILTER (WHERE is_held) AS held_count
FROM ref_edges
GROUP BY source_post, target_post
ORDER BY edge_count DESC, source_post, target_post
LIMIT 50
