-- Writes what is staged as one segment, sorted, so that a search skips all row groups but those of
-- its own stems.
INSERT INTO search_index.occurrences
SELECT stem_id, passage_id, position, word_id FROM staged_occurrences
ORDER BY stem_id, passage_id, position
