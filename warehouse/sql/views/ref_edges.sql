-- The reference graph: which cable cites which, in its REF block or in its text, and whether the
-- cited one is in the warehouse.
-- Grain: one row per pair of citing and cited cable.
--   source_id: the cable that cites
--   source_post: the post that sent it
--   source_sent_at: when it was sent, UTC
--   target_id: the cable that is cited
--   target_post: the post that sent the cited cable, also when that cable is not held
--   target_year: year of the cited cable's number, also when that cable is not held
--   target_serial: serial of the cited cable within its post and year
--   is_held: whether the cited cable is in the warehouse
--   label: label of the first reference to it (`A`)
--   is_notal: marked NOTAL
--   in_ref_block: whether the REF block names it; else only the text does
--   mention_count: how often the text points to it
-- Usage: SELECT * FROM ref_edges WHERE target_id = '06STATE185480'
CREATE OR REPLACE VIEW ref_edges AS
SELECT
    source_id, source_post, source_sent_at, target_id, target_post, target_year, target_serial,
    is_held, label, is_notal, in_ref_block, mention_count
FROM ref_graph.edges
