-- TAGS of one cable with their meaning.
-- Grain: one row per TAGS entry.
-- Usage: $id is the cable.
SELECT t.tag, t.kind, k.name
FROM tags AS t
LEFT JOIN tag_codes AS k ON t.tag = k.tag
WHERE t.cable_id = $id
ORDER BY t.ordinal
