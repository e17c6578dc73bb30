-- What did other posts report on a country (by its TAG)?
SELECT c.cable_id, c.sent_at, c.post, c.subject
FROM tags AS t
INNER JOIN cables AS c ON t.cable_id = c.cable_id
WHERE t.tag = 'TU' AND t.kind = 'geographic' AND c.post <> 'ANKARA'
ORDER BY c.sent_at, c.cable_id
