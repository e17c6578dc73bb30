-- Passages that hold all the words, best first.
-- Usage: $1 are the words; $2 to $6 post, tag, classification, first and last day, or NULL; $7 is
-- how many passages; $8 and $9 stand before and after each match.
SELECT score, cable_id, ordinal, sent_at, post, classification, subject, passage, number
FROM
    search(
        $1,
        post := $2,
        tag := $3,
        classification := $4,
        since := $5,
        until := $6,
        limit_to := $7,
        mark_before := $8,
        mark_after := $9
    )
ORDER BY score DESC, sent_at DESC NULLS LAST, cable_id ASC, ordinal ASC NULLS FIRST
