-- Takes dead passages out of the index. Their rows and those of their cables stay, empty, so that
-- the others keep their row numbers. The vocabulary is counted at the end.
INSERT INTO word_changes
SELECT o.stem_id, o.form, -count(*) AS change
FROM search_index.occurrences AS o
SEMI JOIN dead_passages AS d ON o.passage_id = d.passage_id
GROUP BY o.stem_id, o.form;

INSERT INTO stem_changes
SELECT o.stem_id, -count(*) AS change
FROM search_index.occurrences AS o
SEMI JOIN dead_passages AS d ON o.passage_id = d.passage_id
WHERE o.frequency > 0
GROUP BY o.stem_id;

DELETE FROM search_index.occurrences
WHERE passage_id IN (SELECT passage_id FROM dead_passages);

UPDATE search_index.passages SET cable_number = 0, ordinal = 0, word_count = 0, place = -1
WHERE passage_id IN (SELECT passage_id FROM dead_passages);

UPDATE search_index.indexed_cables
SET cable_id = '', sighting_id = '', sent_at = NULL, place = -1
WHERE cable_number IN (SELECT cable_number FROM dead_passages)
