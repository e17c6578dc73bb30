-- The chunks in order, each with its first and last cable and how many passages it has.
SELECT
    min(cable_id) AS first_cable, max(cable_id) AS last_cable,
    sum(passage_count)::BIGINT AS passage_count
FROM new_cables
GROUP BY chunk
ORDER BY chunk
