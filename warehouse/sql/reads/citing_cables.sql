-- Ids of the cables that cite one, the earliest first.
-- Usage: $1 is the cable that is cited, held or not.
SELECT source_id FROM ref_edges WHERE target_id = $1 ORDER BY source_sent_at, source_id
