-- TAGS of one cable with their meaning.
-- Usage: $1 is the cable id.
SELECT t.tag, t.kind, k.name
FROM tags AS t
LEFT JOIN tag_codes AS k ON t.tag = k.tag
WHERE t.cable_id = $1
ORDER BY t.ordinal
