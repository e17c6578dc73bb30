-- The one word that stands for a message number, however it is spelled; no text has such a word.
-- Usage: SELECT search_index.number_word('09STATE123') = search_index.number_word('09 STATE 00123')
CREATE OR REPLACE MACRO search_index.number_word(number) AS
concat('#', array_to_string(search_index.words_of(number), ''))
