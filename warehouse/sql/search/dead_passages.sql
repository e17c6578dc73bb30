-- Passages of the index whose cable is gone or has another text by now.
CREATE OR REPLACE TEMP TABLE dead_passages AS
SELECT p.passage_id, i.cable_number
FROM search_index.passages AS p
INNER JOIN search_index.indexed_cables AS i ON p.cable_number = i.cable_number
ANTI JOIN cables AS c ON i.cable_id = c.cable_id AND i.sighting_id = c.sighting_id
