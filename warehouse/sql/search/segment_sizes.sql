-- The segments in order, each with its first passage and how many words it has.
WITH reaches AS (
    SELECT
        first_passage_id,
        lead(first_passage_id, 1, 2147483647) OVER (ORDER BY first_passage_id) AS next_passage_id
    FROM search_index.segments
)

SELECT r.first_passage_id, coalesce(sum(p.word_count), 0)::BIGINT AS word_count
FROM reaches AS r
LEFT JOIN search_index.passages AS p
    ON r.first_passage_id <= p.passage_id AND r.next_passage_id > p.passage_id
GROUP BY r.first_passage_id
ORDER BY r.first_passage_id
