-- The words of one chunk with their places. Message numbers stand behind the text, each apart, so
-- that they are never part of a phrase.
CREATE OR REPLACE TEMP TABLE chunk_words AS
SELECT passage_id, unnest(words) AS word, unnest(range(word_count))::INTEGER AS position
FROM chunk_passages
UNION ALL
SELECT
    passage_id, unnest(number_words) AS word,
    (word_count + unnest(range(1, 2 * len(number_words), 2)))::INTEGER AS position
FROM chunk_passages
WHERE number_words IS NOT NULL
