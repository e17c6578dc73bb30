-- Nodes of the reference graph: cables that are held, and those that are only cited.
--   subject: without the control characters that XML cannot carry
SELECT
    cable_id AS id, true AS is_held, post, year, classification,
    strftime(sent_at, '%Y-%m-%dT%H:%MZ') AS sent_at,
    regexp_replace(subject, '[\x00-\x08\x0B\x0C\x0E-\x1F\x{FFFE}\x{FFFF}]', '', 'g') AS subject
FROM cables
UNION ALL
SELECT
    target_id AS id, false AS is_held, any_value(target_post) AS post,
    any_value(target_year) AS year, null AS classification, null AS sent_at, null AS subject
FROM ref_edges
WHERE NOT is_held
GROUP BY target_id
ORDER BY id
