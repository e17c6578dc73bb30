-- Passages that hold all the words, best first.
-- Usage: $1 are the words, $2 is how many passages.
SELECT cable_id, sent_at, subject, ordinal, passage FROM search($1)
ORDER BY score DESC, sent_at DESC, cable_id ASC, ordinal ASC
LIMIT $2
