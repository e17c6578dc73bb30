-- Paragraphs of one cable in order.
-- Grain: one row per paragraph.
-- Usage: $id is the cable.
SELECT ordinal, number, classification, kind, heading, text
FROM paragraphs
WHERE cable_id = $id
ORDER BY ordinal
