-- The rows of the view ref_edges, kept by every load: pairing references and mentions anew for each
-- question costs a second at 250,000 cables.
-- Grain: one row per pair of citing and cited cable.
CREATE TABLE IF NOT EXISTS ref_graph.edges (
    source_id VARCHAR NOT NULL,
    source_post VARCHAR NOT NULL,
    source_sent_at TIMESTAMP,
    target_id VARCHAR NOT NULL,
    target_post VARCHAR NOT NULL,
    target_year INTEGER NOT NULL,
    target_serial INTEGER NOT NULL,
    is_held BOOLEAN NOT NULL,
    label VARCHAR,
    is_notal BOOLEAN NOT NULL,
    in_ref_block BOOLEAN NOT NULL,
    mention_count BIGINT NOT NULL
)
