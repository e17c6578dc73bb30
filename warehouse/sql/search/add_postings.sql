-- Counts the occurrences of each stem in each passage of a segment. They lie there sorted, so a
-- posting is a run of rows, and its frequency the distance to the next run: four times faster than
-- grouping (decision 11).
-- Usage: $1 is the first passage of the segment.
INSERT INTO search_index.postings
WITH numbered AS (
    SELECT
        stem_id, passage_id, row_number() OVER () AS place,
        lag(stem_id) OVER () AS stem_before, lag(passage_id) OVER () AS passage_before
    FROM search_index.occurrences
    WHERE passage_id >= $1
),

run_starts AS (
    SELECT stem_id, passage_id, place FROM numbered
    WHERE stem_id IS DISTINCT FROM stem_before OR passage_id IS DISTINCT FROM passage_before
),

runs AS (
    SELECT
        stem_id, passage_id,
        coalesce(
            lead(place) OVER (),
            (SELECT count(*) + 1 FROM search_index.occurrences WHERE passage_id >= $1)
        ) - place AS frequency
    FROM run_starts
)

SELECT r.stem_id, r.passage_id, r.frequency, p.word_count
FROM runs AS r
INNER JOIN search_index.passages AS p ON r.passage_id = p.passage_id
ORDER BY r.stem_id, r.passage_id
