-- Takes the last segments out, to be sorted together.
-- Usage: $1 is the first passage of the first of them.
CREATE OR REPLACE TEMP TABLE staged_occurrences AS
SELECT stem_id, passage_id, position, form, frequency, word_count
FROM search_index.occurrences
WHERE passage_id >= $1
