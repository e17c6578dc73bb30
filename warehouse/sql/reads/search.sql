-- Passages that hold all the words, best first.
-- Usage: $1 are the words, $2 is how many passages.
SELECT cable_id, sent_at, subject, ordinal, passage FROM search($1) LIMIT $2
