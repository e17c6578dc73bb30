-- Cables whose passages are in the search index, with the text that was indexed.
-- Grain: one row per cable.
--   cable_number: number of the cable within the index, and of its row, from 1
--   cable_id: the cable; joins to cables.cable_id; empty when it is gone
--   sighting_id: the record whose text was indexed; another one in cables means index it anew
--   sent_at: as cables.sent_at, so that ranking needs no join
--   place: row number of the cable when it was indexed; only a hint
CREATE TABLE IF NOT EXISTS search_index.indexed_cables (
    cable_number INTEGER NOT NULL,
    cable_id VARCHAR NOT NULL,
    sighting_id VARCHAR NOT NULL,
    sent_at TIMESTAMP,
    place BIGINT NOT NULL
)
