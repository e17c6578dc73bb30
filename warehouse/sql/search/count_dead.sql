-- How many passages are dead, and how many rows there are: empty ones, and all.
SELECT
    (SELECT count(*) FROM dead_passages) AS dead_count,
    count(*) FILTER (WHERE cable_number = 0) AS empty_count,
    count(*) AS row_count
FROM search_index.passages
