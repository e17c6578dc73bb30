-- Whether a query is nothing but words without quotes, stars and compounds. It is known before a
-- query is run, so what only other queries need is not even planned.
-- Usage: SELECT search_index.is_simple('fog signal')
CREATE OR REPLACE MACRO search_index.is_simple(query) AS
translate(lower(query), 'abcdefghijklmnopqrstuvwxyz ', '') = ''
