-- Which paragraphs speak of a matter, among cables with a given TAG?
SELECT cable_id, ordinal, subject
FROM search('harbor', tag := 'TU', limit_to := 100)
ORDER BY cable_id, ordinal
