-- Runs of passages whose occurrences are sorted together.
-- Grain: one row per segment; it reaches up to the first passage of the next one.
--   first_passage_id: its first passage
CREATE TABLE IF NOT EXISTS search_index.segments (first_passage_id INTEGER NOT NULL)
