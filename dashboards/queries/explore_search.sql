-- Passages that hold all the words, best first, between marks that no text has.
-- Grain: one row per passage.
-- Usage: $words; $post, $tag, $classification, $since and $until are filters or NULL; $show is how
-- many passages.
SELECT score, cable_id, ordinal, sent_at, post, classification, subject, passage, number
FROM
    search(
        $words, post := $post, tag := $tag, classification := $classification, since := $since,
        until := $until, limit_to := $show, mark_before := chr(2), mark_after := chr(3)
    )
ORDER BY score DESC, sent_at DESC NULLS LAST, cable_id ASC, ordinal ASC NULLS FIRST
