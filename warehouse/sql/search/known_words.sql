-- The vocabulary in numbers: words and stems by their hashes.
SELECT hash(word) AS word_hash, hash(stem) AS stem_hash, stem_id, form
FROM search_index.vocabulary
