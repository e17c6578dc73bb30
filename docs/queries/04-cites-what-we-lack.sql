-- Which cables did Ankara send in 2003 that cite a State cable we do not hold?
SELECT source_id, source_sent_at, target_id, label
FROM ref_edges
WHERE source_post = 'ANKARA' AND year(source_sent_at) = 2003
    AND target_post = 'STATE' AND NOT is_held
ORDER BY source_sent_at, source_id, target_id
