-- Takes the cables of a chunk into the index.
-- Usage: $1 and $2 are the first and the last cable of the chunk.
INSERT INTO search_index.indexed_cables
SELECT cable_number, cable_id, sighting_id, sent_at, place FROM new_cables
WHERE cable_id BETWEEN $1 AND $2
ORDER BY cable_number
