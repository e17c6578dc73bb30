-- The number of the passage that comes next.
SELECT coalesce(max(passage_id), 0) + 1 FROM search_index.passages
