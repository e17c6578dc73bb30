-- What did one post send in one month?
WITH asked AS (SELECT 'ANKARA' AS post, DATE '2003-03-01' AS month)

SELECT c.cable_id, c.sent_at, c.classification, c.subject
FROM cables AS c
INNER JOIN asked AS a ON c.post = a.post
WHERE c.sent_at >= a.month AND c.sent_at < a.month + INTERVAL 1 MONTH
ORDER BY c.sent_at, c.cable_id
