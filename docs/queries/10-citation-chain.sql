-- What does a cable build upon, back in time, and by which way?
SELECT cable_id, depth, path, is_held
FROM citation_chain('08OSLO418')
ORDER BY depth, cable_id
