-- What are the cables of a post about, in their own summaries?
SELECT c.cable_id, c.subject, string_agg(p.text, ' ' ORDER BY p.ordinal) AS summary
FROM cables AS c
INNER JOIN paragraphs AS p ON c.cable_id = p.cable_id
WHERE c.post = 'ANKARA' AND p.kind = 'summary'
GROUP BY c.cable_id, c.subject
ORDER BY c.cable_id
