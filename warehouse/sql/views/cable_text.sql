-- One text per cable: its paragraphs in order with numbers, portion marks and headings.
-- Grain: one row per cable.
--   text: paragraphs parted by a blank line; a heading stands above the first paragraph under it
-- Usage: SELECT text FROM cable_text WHERE cable_id = '06ASTANA668'
CREATE OR REPLACE VIEW cable_text AS
WITH placed AS (
    SELECT
        cable_id, ordinal, text, number, classification, heading,
        lag(heading) OVER (PARTITION BY cable_id ORDER BY ordinal) AS heading_above
    FROM paragraphs
)

SELECT
    c.cable_id, c.sent_at, c.post, c.classification, c.subject,
    string_agg(
        concat(
            CASE
                WHEN p.heading IS NOT NULL AND p.heading IS DISTINCT FROM p.heading_above
                    THEN concat(p.heading, chr(10), chr(10))
            END,
            CASE WHEN p.number IS NOT NULL THEN concat(p.number, '. ') END,
            CASE WHEN p.classification IS NOT NULL THEN concat('(', p.classification, ') ') END,
            p.text
        ),
        concat(chr(10), chr(10)) ORDER BY p.ordinal
    ) AS text
FROM cables AS c
LEFT JOIN placed AS p ON c.cable_id = p.cable_id
GROUP BY ALL
