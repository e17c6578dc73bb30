-- Takes words out of the vocabulary that occurred in dead passages and occur nowhere any more.
DELETE FROM search_index.vocabulary
WHERE
    word_id IN (SELECT word_id FROM doubtful_words)
    AND word_id NOT IN (
        SELECT o.word_id
        FROM search_index.occurrences AS o
        SEMI JOIN doubtful_words AS d ON o.word_id = d.word_id
    )
