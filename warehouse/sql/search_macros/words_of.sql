-- The words of a text in order, as the search index knows them: lower case, without accents and
-- possessive endings, letters parted from figures, figures without leading zeros. NULL when there
-- is none.
-- Usage: SELECT search_index.words_of('The minister''s F-16, 08OSLO00417')
CREATE OR REPLACE MACRO search_index.words_of(passage) AS
string_split(
    nullif(
        trim(
            regexp_replace(
                regexp_replace(
                    regexp_replace(
                        regexp_replace(
                            regexp_replace(
                                lower(strip_accents(passage)), '[''’]s\b|[^\pL\pN ]+', ' ', 'g'
                            ),
                            '(\pL)(\pN)', '\1 \2', 'g'
                        ),
                        '(\pN)(\pL)', '\1 \2', 'g'
                    ),
                    ' {2,}', ' ', 'g'
                ),
                '(^| )0+(\pN)', '\1\2', 'g'
            )
        ),
        ''
    ),
    ' '
)
