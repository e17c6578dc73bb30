-- Cables that pass some filters, the newest first.
-- Grain: one row per cable.
-- Usage: $post, $tag, $classification, $since and $until are filters or NULL; $show is how many.
WITH best AS (
    SELECT cable_id, sent_at, post, classification, subject, word_count
    FROM cables
    WHERE
        ($post IS NULL OR post = upper($post))
        AND ($classification IS NULL OR classification = upper($classification))
        AND ($since IS NULL OR sent_at >= $since::DATE)
        AND ($until IS NULL OR sent_at < $until::DATE + INTERVAL 1 DAY)
        AND (
            $tag IS NULL OR cable_id IN (SELECT t.cable_id FROM tags AS t WHERE t.tag = upper($tag))
        )
    ORDER BY sent_at DESC NULLS LAST, cable_id ASC
    LIMIT $show
)

SELECT
    b.cable_id, b.sent_at, b.post, b.classification, b.subject, b.word_count,
    min_by(left(p.text, 400), CASE WHEN p.kind = 'summary' THEN 0 ELSE 1000 END + p.ordinal)
        AS opening
FROM best AS b
LEFT JOIN paragraphs AS p ON b.cable_id = p.cable_id
GROUP BY ALL
ORDER BY b.sent_at DESC NULLS LAST, b.cable_id ASC
