-- Which posts' cables are redacted most?
SELECT post, redacted_cable_count, redaction_count, round(redacted_share, 3) AS redacted_share
FROM redactions_by_post
WHERE redaction_count > 0
ORDER BY redaction_count DESC, post
