-- One cable with everything that its header says and where it came from.
-- Grain: one row, or none.
-- Usage: $id is the cable.
SELECT c.*, p.name AS post_name, p.country
FROM cables AS c
LEFT JOIN posts AS p ON c.post = p.post
WHERE c.cable_id = $id
