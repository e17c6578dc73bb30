-- The number that the next passage gets.
SELECT coalesce(max(passage_id), 0) + 1 AS passage_id FROM search_index.passages
