-- Words of the chunk that the vocabulary lacks.
SELECT DISTINCT c.word
FROM chunk_words AS c
ANTI JOIN search_index.vocabulary AS v ON c.word = v.word
