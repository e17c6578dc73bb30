-- Takes dead passages out of the index; their words stay in the vocabulary for now.
CREATE OR REPLACE TEMP TABLE doubtful_words AS
SELECT DISTINCT o.word_id
FROM search_index.occurrences AS o
SEMI JOIN dead_passages AS d ON o.passage_id = d.passage_id;

DELETE FROM search_index.occurrences
WHERE passage_id IN (SELECT passage_id FROM dead_passages);

DELETE FROM search_index.postings
WHERE passage_id IN (SELECT passage_id FROM dead_passages);

DELETE FROM search_index.passages
WHERE passage_id IN (SELECT passage_id FROM dead_passages);

DELETE FROM search_index.indexed_cables
WHERE cable_number IN (SELECT cable_number FROM dead_passages);

DELETE FROM search_index.segments
WHERE first_passage_id > (SELECT coalesce(max(p.passage_id), 0) FROM search_index.passages AS p)
