-- Paragraphs of one cable in order.
-- Usage: $1 is the cable id.
SELECT number, classification, kind, heading, text FROM paragraphs WHERE cable_id = $1
ORDER BY ordinal
