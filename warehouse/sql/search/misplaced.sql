-- Rows of the index that do not lie at their number, where a search looks for them.
SELECT passage_id AS number FROM search_index.passages
WHERE rowid + 1 <> passage_id
UNION ALL
SELECT cable_number AS number FROM search_index.indexed_cables
WHERE rowid + 1 <> cable_number
