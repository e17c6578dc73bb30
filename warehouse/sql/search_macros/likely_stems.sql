-- What the stem of a word may be that occurs nowhere itself, so that other forms of it are found.
-- Usage: SELECT search_index.likely_stems('ferry')
CREATE OR REPLACE MACRO search_index.likely_stems(word) AS
list_transform(
    list_filter(
        [
            ['', ''], ['s', ''], ['es', ''], ['e', ''], ['y', 'i'], ['ed', ''], ['ing', ''],
            ['er', ''], ['ers', ''], ['ly', ''], ['al', ''], ['ment', ''], ['ments', ''],
            ['ion', ''], ['ions', ''], ['ate', ''], ['ation', ''], ['ations', '']
        ],
        LAMBDA ending: ends_with(word, ending[1]) AND length(word) > length(ending[1]) + 2
    ),
    LAMBDA ending: concat(left(word, length(word) - length(ending[1])), ending[2])
)
