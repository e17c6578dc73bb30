-- Counts the index as a whole.
-- Usage: $1 is the version of the rules by which texts were taken apart.
DELETE FROM search_index.totals;

INSERT INTO search_index.totals
SELECT
    $1 AS format, count(*) AS passage_count,
    coalesce(nullif(avg(word_count), 0), 1) AS mean_word_count
FROM search_index.passages
WHERE cable_number > 0
