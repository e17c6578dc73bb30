-- Cables that can be reached from one by references in both directions, the nearest first.
-- Grain: one row per cable, held or not; reached_count counts all of them.
-- Usage: $id is the cable, $depth how far to go, $most how many to show.
SELECT
    cable_id, depth, is_held, sent_at, post, classification, subject,
    count(*) OVER () AS reached_count
FROM thread($id, max_depth := $depth)
ORDER BY depth ASC, sent_at ASC NULLS LAST, cable_id ASC
LIMIT $most
