-- The words of each spelling.
-- Usage: the relation new_spellings has the columns number and spelling.
CREATE OR REPLACE TEMP TABLE spelled_words AS
WITH taken_apart AS (
    SELECT number, search_index.words_of(spelling) AS words FROM new_spellings
)

SELECT number, unnest(words) AS word, unnest(range(len(words))) AS place FROM taken_apart
