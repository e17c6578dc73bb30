-- Which TAGS are used most, and what do they mean?
SELECT t.tag, t.kind, k.name, count(*) AS cable_count
FROM tags AS t
LEFT JOIN tag_codes AS k ON t.tag = k.tag
GROUP BY t.tag, t.kind, k.name
ORDER BY cable_count DESC, t.tag
LIMIT 20
