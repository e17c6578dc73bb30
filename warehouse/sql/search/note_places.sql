-- Notes where cables and paragraphs lie.
UPDATE search_index.indexed_cables AS i SET place = c.rowid
FROM cables AS c
WHERE i.cable_id = c.cable_id AND i.place <> c.rowid;

UPDATE search_index.passages AS p SET place = pa.rowid
FROM search_index.indexed_cables AS i
INNER JOIN paragraphs AS pa ON i.cable_id = pa.cable_id
WHERE p.cable_number = i.cable_number AND p.ordinal = pa.ordinal AND p.place <> pa.rowid
