-- Takes out what cables cited whose text is another now, or gone.
DELETE FROM ref_graph.edges WHERE source_id IN (SELECT cable_id FROM changed_cables)
