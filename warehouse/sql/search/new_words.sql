-- Spelled words that the vocabulary lacks.
SELECT DISTINCT s.word
FROM spelled_words AS s
ANTI JOIN search_index.vocabulary AS v ON s.word = v.word
