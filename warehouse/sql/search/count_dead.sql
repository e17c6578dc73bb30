-- How many passages are dead, and how many there are.
SELECT
    (SELECT count(*) FROM dead_passages) AS dead_count,
    (SELECT count(*) FROM search_index.passages) AS passage_count
