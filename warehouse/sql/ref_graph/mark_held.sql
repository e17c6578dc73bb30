-- Corrects is_held where the cited cable came or went.
UPDATE ref_graph.edges
SET is_held = changed.is_held
FROM changed_cables AS changed
WHERE edges.target_id = changed.cable_id AND edges.is_held <> changed.is_held
