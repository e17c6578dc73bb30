-- Takes new words into the vocabulary, changes how often each word occurs and in how many passages
-- each stem is, forgets words that occur no more, and sorts the vocabulary by stem again.
CREATE OR REPLACE TEMP TABLE counted_vocabulary AS
WITH words AS (
    SELECT word, stem, stem_id, form, occurrence_count, passage_count FROM search_index.vocabulary
    UNION ALL
    SELECT word, stem, stem_id, form, 0 AS occurrence_count, 0 AS passage_count FROM added_words
),

counts AS (
    SELECT stem_id, form, sum(change) AS change FROM word_changes
    GROUP BY stem_id, form
),

passage_counts AS (
    SELECT stem_id, sum(change) AS change FROM stem_changes
    GROUP BY stem_id
),

known_counts AS (
    SELECT stem_id, max(passage_count) AS passage_count FROM words
    GROUP BY stem_id
)

SELECT
    w.word, w.stem, w.stem_id, w.form,
    w.occurrence_count + coalesce(c.change, 0) AS occurrence_count,
    k.passage_count + coalesce(p.change, 0) AS passage_count
FROM words AS w
INNER JOIN known_counts AS k ON w.stem_id = k.stem_id
LEFT JOIN counts AS c ON w.stem_id = c.stem_id AND w.form = c.form
LEFT JOIN passage_counts AS p ON w.stem_id = p.stem_id;

DELETE FROM search_index.vocabulary;

INSERT INTO search_index.vocabulary
SELECT word, stem, stem_id, form, occurrence_count, passage_count FROM counted_vocabulary
WHERE occurrence_count > 0
ORDER BY stem_id, form;

DROP TABLE counted_vocabulary
