-- The number of each spelled word.
SELECT s.number, v.word_id
FROM spelled_words AS s
INNER JOIN search_index.vocabulary AS v ON s.word = v.word
ORDER BY s.number, s.place
