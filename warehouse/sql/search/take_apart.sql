-- The words of each spelling, in the order of these.
-- Usage: the relation new_rows has the column spelling.
WITH taken_apart AS (
    SELECT search_index.words_of(spelling) AS words FROM new_rows
)

SELECT words, list_transform(words, LAMBDA word: hash(word)) AS word_hashes FROM taken_apart
