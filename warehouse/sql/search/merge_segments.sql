-- Writes the staged segments anew, as one.
DELETE FROM search_index.occurrences
WHERE passage_id >= (SELECT min(s.passage_id) FROM staged_occurrences AS s);

INSERT INTO search_index.occurrences
SELECT stem_id, passage_id, position, form, frequency, word_count
FROM staged_occurrences
ORDER BY stem_id, passage_id, position;

DROP TABLE staged_occurrences
