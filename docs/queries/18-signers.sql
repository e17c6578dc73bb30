-- Who signed the cables of each post, and from when to when?
SELECT
    post, signed_by, count(*) AS cable_count, min(sent_at)::DATE AS first_on,
    max(sent_at)::DATE AS last_on
FROM cables
WHERE signed_by IS NOT NULL
GROUP BY post, signed_by
ORDER BY post, cable_count DESC, signed_by
