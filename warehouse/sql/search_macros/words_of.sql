-- The words of a text in order, as the search index knows them: lower case, without accents and
-- possessive endings, letters parted from figures, figures without leading zeros. NULL when there
-- is none.
-- Usage: SELECT search_index.words_of('The minister''s F-16, 08OSLO00417')
CREATE OR REPLACE MACRO search_index.words_of(passage) AS
nullif(
    list_transform(
        regexp_extract_all(
            regexp_replace(lower(strip_accents(passage)), '[''’]s\b|[^\pL\pN ]+', ' ', 'g'),
            '\pL+|\pN+'
        ),
        LAMBDA word: CASE
            WHEN starts_with(word, '0') THEN coalesce(nullif(ltrim(word, '0'), ''), '0')
            ELSE word
        END
    ),
    []
)
