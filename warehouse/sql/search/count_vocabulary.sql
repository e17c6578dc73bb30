-- Counts the passages of each stem, and sorts the vocabulary by word again.
CREATE OR REPLACE TEMP TABLE counted_vocabulary AS
WITH counts AS (
    SELECT stem_id, count(*) AS passage_count FROM search_index.postings GROUP BY stem_id
)

SELECT v.word, v.word_id, v.stem, v.stem_id, c.passage_count
FROM search_index.vocabulary AS v
INNER JOIN counts AS c ON v.stem_id = c.stem_id;

DELETE FROM search_index.vocabulary;

INSERT INTO search_index.vocabulary
SELECT word, word_id, stem, stem_id, passage_count FROM counted_vocabulary
ORDER BY word;

DROP TABLE counted_vocabulary
