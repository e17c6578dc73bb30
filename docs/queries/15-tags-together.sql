-- Which TAGS stand together with a given one?
SELECT if(tag_a = 'PREL', tag_b, tag_a) AS tag, cable_count
FROM tag_pairs
WHERE 'PREL' IN (tag_a, tag_b)
ORDER BY cable_count DESC, tag
LIMIT 20
