-- Which posts sent the most cables, and from where?
SELECT post, name, country, cable_count, first_sent_at, last_sent_at
FROM post_activity
ORDER BY cable_count DESC, post
LIMIT 20
