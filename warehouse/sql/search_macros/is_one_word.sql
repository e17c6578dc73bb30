-- Whether a query is one word without quotes, stars and compounds, which needs no adding up.
-- Usage: SELECT search_index.is_one_word('fog')
CREATE OR REPLACE MACRO search_index.is_one_word(query) AS
translate(lower(query), 'abcdefghijklmnopqrstuvwxyz', '') = ''
