-- Takes the passages of a chunk into the index, and lays its words, as numbers, aside for sorting.
INSERT INTO search_index.passages
SELECT passage_id, cable_number, ordinal, word_count FROM chunk_passages
ORDER BY passage_id;

INSERT INTO staged_occurrences
SELECT v.stem_id, c.passage_id, c.position, v.word_id
FROM chunk_words AS c
INNER JOIN search_index.vocabulary AS v ON c.word = v.word
