-- The next of the numbers that tell stems apart: the low 31 bits of a stem's number.
WITH known AS (
    SELECT stem_id FROM search_index.vocabulary
    UNION ALL
    SELECT stem_id FROM added_words
)

SELECT coalesce(max(stem_id & 2147483647), 0) + 1 AS serial FROM known
