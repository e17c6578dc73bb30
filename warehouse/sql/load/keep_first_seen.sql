-- A cable keeps the moment at which any text of it was first read.
UPDATE cables
SET first_seen_at = ch.first_seen_at
FROM changed_cables AS ch
WHERE cables.cable_id = ch.cable_id AND ch.first_seen_at IS NOT NULL
