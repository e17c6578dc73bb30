-- Takes dead passages out of the index. The vocabulary is counted at the end.
INSERT INTO count_changes
SELECT o.word_id, -count(*) AS change
FROM search_index.occurrences AS o
SEMI JOIN dead_passages AS d ON o.passage_id = d.passage_id
WHERE o.frequency > 0
GROUP BY o.word_id;

DELETE FROM search_index.occurrences
WHERE passage_id IN (SELECT passage_id FROM dead_passages);

DELETE FROM search_index.passages
WHERE passage_id IN (SELECT passage_id FROM dead_passages);

DELETE FROM search_index.indexed_cables
WHERE cable_number IN (SELECT cable_number FROM dead_passages);

DELETE FROM search_index.segments
WHERE first_passage_id > (SELECT coalesce(max(p.passage_id), 0) FROM search_index.passages AS p)
