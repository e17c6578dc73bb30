-- Which paragraphs speak of a matter, among cables with a given TAG?
SELECT s.cable_id, s.ordinal, s.subject
FROM search('harbor', limit_to := NULL) AS s
INNER JOIN tags AS t ON s.cable_id = t.cable_id
WHERE t.tag = 'TU'
ORDER BY s.cable_id, s.ordinal
