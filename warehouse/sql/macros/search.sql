-- Paragraphs and subjects that hold all the words, in any case and order, those with most hits
-- first.
-- Usage: SELECT * FROM search('ferry minister') LIMIT 20
CREATE OR REPLACE MACRO search(words) AS TABLE
    WITH wanted AS (
        SELECT DISTINCT unnest(regexp_extract_all(lower(words), '[^\s"]+')) AS word
    ),

    places AS (
        SELECT cable_id, 0 AS ordinal, subject AS passage FROM cables WHERE subject IS NOT NULL
        UNION ALL
        SELECT cable_id, ordinal, text AS passage FROM paragraphs
    ),

    hits AS (
        SELECT
            p.cable_id, p.ordinal, p.passage, count(*) AS word_count,
            sum(
                (length(lower(p.passage)) - length(replace(lower(p.passage), w.word, '')))
                / length(w.word)
            ) AS hit_count
        FROM places AS p
        INNER JOIN wanted AS w ON contains(lower(p.passage), w.word)
        GROUP BY p.cable_id, p.ordinal, p.passage
    )

    SELECT
        h.cable_id, c.sent_at, c.subject, nullif(h.ordinal, 0) AS ordinal, h.passage,
        round(
            h.hit_count / ln(10 + length(h.passage)) * CASE WHEN h.ordinal = 0 THEN 3 ELSE 1 END, 3
        )
            AS score
    FROM hits AS h
    INNER JOIN cables AS c ON h.cable_id = c.cable_id
    WHERE h.word_count = (SELECT count(*) FROM wanted)
    ORDER BY score DESC, c.sent_at DESC, h.cable_id ASC, h.ordinal ASC
