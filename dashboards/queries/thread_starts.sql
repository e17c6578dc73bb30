-- Cables with the most references to and from cables that are held, to begin with.
-- Grain: one row per cable, ten at most.
SELECT cable_id, sent_at, classification, subject, cites_held_count, cited_count
FROM cable_degrees
WHERE cites_held_count + cited_count > 0
ORDER BY cites_held_count + cited_count DESC, cable_id ASC
LIMIT 10
