-- How many references there are, and how many of them lead to a cable that is held.
-- Grain: one row.
SELECT
    count(*) AS edge_count, count(*) FILTER (WHERE is_held) AS held_count,
    count(DISTINCT target_id) FILTER (WHERE NOT is_held) AS missing_count
FROM ref_edges
