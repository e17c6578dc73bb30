-- Changes in how many passages each word is, forgets words that are in none any more, and sorts the
-- vocabulary by word again.
CREATE OR REPLACE TEMP TABLE counted_vocabulary AS
WITH changes AS (
    SELECT word_id, sum(change) AS change FROM count_changes GROUP BY word_id
)

SELECT v.word, v.stem, v.word_id, v.passage_count + coalesce(c.change, 0) AS passage_count
FROM search_index.vocabulary AS v
LEFT JOIN changes AS c ON v.word_id = c.word_id;

DELETE FROM search_index.vocabulary;

INSERT INTO search_index.vocabulary
SELECT word, stem, word_id, passage_count FROM counted_vocabulary
WHERE passage_count > 0
ORDER BY word;

DROP TABLE counted_vocabulary
